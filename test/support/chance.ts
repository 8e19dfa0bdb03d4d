import fc from 'fast-check';

/**
 * CI judges a change and not a throw of dice: there, properties are tried with the same values each
 * time. Everywhere else every run draws new ones.
 */
const IN_CI = 20261126;

if (process.env.CI) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: IN_CI });
