/** Why a command of the server's own machine was not done, in one sentence for the person who typed it. */
export class AdminRefusal extends Error {}
