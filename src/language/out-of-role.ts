/**
 * Words that speak to the simulator and not to the patient: to its instructions, its files, its state, or to the answer
 * that the exercise is about. Classes of such words, not a list of attempts.
 */
const classes: readonly RegExp[] = [
  // the machinery behind the patient
  /\b((system|hidden|initial) (prompt|message)s?|your prompts?|(your|previous|prior|system|all|these|hidden) instructions?|ignore (the|your|all)|role-?play|simulat\w*|language model|chatbot|helpful assistant|debug( mode)?|developer (mode|override)|(this|the) benchmark|override code|sudo|admin mode|jailbreak|hidden state|the variable|json|yaml|base64|console\.\w+|print\()/i,
  /\b(are|aren't) you (an? )?(ai|a\.i\.|bot|robot|machine|model|program)\b|\b(are|aren't) you real\s*(\?|$|or\b|person\b|patient\b|human\b)/i,
  /<\/?\s*(system|patient|user|assistant|instructions?)\s*>|"role"\s*:|^\s*(system|developer|assistant)\s*:/im,
  /\b(break|breaking|drop|leave|out of|stay in|stop (being|playing)) (the )?(character|role)\b/i,
  /\b(pretend|imagine|act) (that )?(you are|you're|to be|as) (the |a )?(doctor|assistant|assessor|examiner|developer|author)\b/i,
  /\b(repeat|print|output|dump|reveal|read out|translate|summari[sz]e|show me|encode) (me )?(everything (above|before)|all (of )?(your|the)? ?(facts|findings|values|text)|your (memory|file|case|script|facts|text)|the (text|case|file|script|condition)|this case)\b/i,
  /\bforget (that )?you are\b|\brepeat after me\b|\bword for word\b/i,
  // the files
  /\b(case|persona|patient) ?(file|title|id)s?\b|\bfile name\b|\byour (file|script|facts|findings|tiers?)\b|\bpersona\b|\btemperament (are|do) you\b|\bmustask\b|\bfield\b.*\b(value|truth)\b|\bauthor of (this|the) case\b/i,
  /\b(how many|which|what) (facts|findings)\b/i,
  /\b(guarded|hidden|secret|locked|untold|undisclosed|every|all your|list of) (facts?|findings?)\b|\byour level of trust\b|\bunlock (the|your|more|all|every|hidden|this|guarded)\b(?! (finger|thumb|knee|jaw|elbow|joint))/i,
  /\b(all|every one of) (of )?your symptoms\b.*\b(list|history and)\b/i,
  // the answer
  /\b(ground truth|gold standard|answer key|correct answer|right answer|the answer to|full marks|final answer)\b/i,
  /\b(the|your|correct|true|hidden|final|which|what) diagnos[ie]s\b|\bdiagnosis (is|included|backwards)\b/i,
  /\b(name|letter|chapter) (of|does|is) (the|your) (disease|illness|condition|diagnosis)\b|\b(your|the) (disease|illness|condition) (begins?|starts?)\b|\bdisease begin\b/i,
  /\b(disease|illness|condition) (was|were|is|have) (you )?(assigned|given|told|supposed|meant)\b|\b(disease|condition) was assigned\b/i,
  /\b(what|which) (should|must|do) i (order|ask|diagnose|do|examine|test)\b|\bwhat questions should i\b|\bwhat are you hiding\b/i,
  /\bwhat would (a|an|the|any|my) (specialist|consultant|expert|pathologist|colleague|textbook) (write|say|put|call|conclude|diagnose)\b/i,
  /\b(everything|all) you know\b/i,
];

/** A question about diagnoses that others made is a question about the past, and in the role. */
const aboutThePast =
  /\b(give|given|gave|made|told|had|have you (ever )?(been|had)|ever|previous(ly)?|past|before|earlier|other|last (doctor|time)|diagnosed)\b.*\bdiagnos|\bdiagnos\w*\b.*\b(give|given|gave|made|in the past|before|earlier|previous(ly)?|from (your|the|an?other|last))\b/i;

/** Whether the words ask the patient to step out of the role, or for what only the assessor knows. */
export function isOutOfRole(text: string): boolean {
  const plain = text.slice(0, 6000).replace(/[’‘]/g, "'");
  if (!classes.some((pattern) => pattern.test(plain))) return false;
  return !aboutThePast.test(plain) || /\b(instructions?|prompt|simulat\w*|assigned|file)\b/i.test(plain);
}
