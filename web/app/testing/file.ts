import { Blob as FileOfNode } from 'node:buffer';

/** One that can be read: those of the tests' browser cannot. */
export const newFile = (text: string): Blob => new FileOfNode([text]) as unknown as Blob;
