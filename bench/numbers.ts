import { InvalidArgumentError } from 'commander';

export const positive = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('expected a whole number from 1');
  return number;
};

export const several = (text: string): number[] => text.split(',').map(positive);
