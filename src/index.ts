/** The library's front door: what a program outside needs to run consultations and to score them. */
export { createAssessor } from './assessor/assess.ts';
export type { Assessment, ConsultationKey } from './assessor/assessment.ts';
export { AnamnesisError, type ErrorCode } from './base/error.ts';
export { type Catalog, loadBenchmark, loadCatalog, openCatalog } from './catalog/catalog.ts';
export { createClinic } from './consultation/clinic.ts';
export { createConsultation } from './consultation/consult.ts';
export { consultationMachine } from './consultation/machine.ts';
export type { Doctor, DoctorReply, DoctorTurn } from './doctor/doctor.ts';
export { ConsultationEvent } from './events/event.ts';
export { type DoctorView, doctorView } from './events/history.ts';
export { createKnowledge, type Knowledge } from './knowledge/model.ts';
export { createLexicon, type Lexicon } from './language/lexicon.ts';
export { embeddedPatient } from './patient/embedded.ts';
export type { Patient } from './patient/patient.ts';
export { memoryWorthCache } from './run/worth-cache.ts';
