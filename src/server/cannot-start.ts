/** A reason not to start that whoever starts Linli can mend; its message is all they need. */
export class CannotStart extends Error {}
