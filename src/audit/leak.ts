/** A diagnosis or a result that the words give away. */
export interface Leak {
  readonly what: 'diagnosis' | 'result';
  readonly quote: string;
  readonly because: string;
}
