/** Valid nowhere but in free text; its quote, slash and letters change when they are escaped or encoded. */
export const WORD = 'kanári "7f/3a+';
