const { relative } = require('node:path');

const slowest = 8;

/** Last of all that a run prints: each test that failed, on two lines, and the files that took longest. */
module.exports = class ShortSummary {
  onRunComplete(_contexts, { testResults, numFailedTests, numFailedTestSuites }) {
    const files = testResults.map((result) => ({
      ...result,
      name: relative(process.cwd(), result.testFilePath),
      seconds: (result.perfStats.end - result.perfStats.start) / 1000,
    }));
    if (files.length > slowest) {
      const longest = files.toSorted((one, other) => other.seconds - one.seconds).slice(0, slowest);
      console.log('\nLongest:', longest.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`).join(', '));
    }
    if (numFailedTests + numFailedTestSuites === 0) return;
    console.log(`\nFailed (${numFailedTests} tests in ${numFailedTestSuites} files):`);
    for (const { name, testResults: tests, testExecError } of files) {
      if (testExecError) console.log(`✗ ${name}\n    ${firstLine(testExecError.message ?? '')}`);
      for (const { status, fullName, failureMessages } of tests) {
        if (status === 'failed') console.log(`✗ ${name}: ${fullName}\n    ${firstLine(failureMessages.join(' '))}`);
      }
    }
  }
};

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const firstLine = (text) => text.replace(escapes, '').replace(/\s+/g, ' ').slice(0, 300);
