// What a component gets when a test imports a style sheet.
module.exports = {};
