import { type Prompt, type PromptFolders, readPrompt } from '../models/prompt.ts';

/** Every word that a model in the doctor's place is given, apart from the view. */
export interface DoctorPrompts {
  readonly doctor: Prompt<'turns' | 'diagnoses'>;
  readonly singleShot: Prompt<'diagnoses'>;
  readonly openList: Prompt<never>;
  readonly closedList: Prompt<'list'>;
  readonly rationale: Prompt<never>;
  readonly examples: Prompt<never>;
  readonly images: Prompt<never>;
  readonly patient: Prompt<'age' | 'sex' | 'setting'>;
  readonly hints: Prompt<'list'>;
  readonly conclude: Prompt<never>;
  readonly explain: Prompt<never>;
  readonly belief: Prompt<never>;
  readonly again: Prompt<'problem'>;
}

/** Reads and checks the doctor's prompts, once for a run. */
export async function readDoctorPrompts(folders: PromptFolders): Promise<DoctorPrompts> {
  const plain = (name: string) => readPrompt(folders, name, []);
  const [doctor, singleShot, openList, closedList, rationale, examples, images] = await Promise.all([
    readPrompt(folders, 'doctor.md', ['turns', 'diagnoses']),
    readPrompt(folders, 'doctor-single-shot.md', ['diagnoses']),
    plain('doctor-open-list.md'),
    readPrompt(folders, 'doctor-closed-list.md', ['list']),
    plain('doctor-rationale.md'),
    plain('doctor-examples.md'),
    plain('doctor-images.md'),
  ]);
  const [patient, hints, conclude, explain, belief, again] = await Promise.all([
    readPrompt(folders, 'doctor-patient.md', ['age', 'sex', 'setting']),
    readPrompt(folders, 'doctor-hints.md', ['list']),
    plain('doctor-conclude.md'),
    plain('doctor-explain.md'),
    plain('doctor-belief.md'),
    readPrompt(folders, 'doctor-again.md', ['problem']),
  ]);
  return {
    doctor,
    singleShot,
    openList,
    closedList,
    rationale,
    examples,
    images,
    patient,
    hints,
    conclude,
    explain,
    belief,
    again,
  };
}

/** What a doctor that uses tools in a loop is told beside that. */
export interface AgentPrompts {
  readonly agent: Prompt<'turns' | 'diagnoses'>;
  readonly agentAgain: Prompt<'problem'>;
  readonly agentTogether: Prompt<never>;
  readonly agentNotDone: Prompt<never>;
  readonly agentPictures: Prompt<never>;
}

/** Reads and checks them, once for a run. */
export async function readAgentPrompts(folders: PromptFolders): Promise<AgentPrompts> {
  const [agent, agentAgain, agentTogether, agentNotDone, agentPictures] = await Promise.all([
    readPrompt(folders, 'doctor-agent.md', ['turns', 'diagnoses']),
    readPrompt(folders, 'doctor-agent-again.md', ['problem']),
    readPrompt(folders, 'doctor-agent-together.md', []),
    readPrompt(folders, 'doctor-agent-not-done.md', []),
    readPrompt(folders, 'doctor-agent-pictures.md', []),
  ]);
  return { agent, agentAgain, agentTogether, agentNotDone, agentPictures };
}
