/**
 * What the patient thinks, fears, hopes for and wants: asked for in the `views` act. They are no findings to who labels
 * questions, and a transcript has no name for them.
 */
export const views: ReadonlySet<string | null> = new Set(['ideas', 'concerns', 'expectations', 'treatment-wishes']);
