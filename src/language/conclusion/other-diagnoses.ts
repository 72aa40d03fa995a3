/**
 * Diagnoses that are none of the knowledge base's, a line each, with the names and abbreviations that clinicians use for
 * the same. They keep a name from being read inside another ("pseudogout", "interstitial cystitis"), take the first place
 * where they are named first, and tell that a case's own diagnosis is named by another word ("frozen shoulder"). Those
 * behind a "~" are kinds of a condition that the knowledge base has, and keep no name of its from being read.
 */
export const otherDiagnoses = `
pseudogout | calcium pyrophosphate arthritis | CPPD | calcium pyrophosphate deposition disease | chondrocalcinosis
interstitial cystitis | painful bladder syndrome | bladder pain syndrome
haemorrhagic cystitis | radiation cystitis
heat stroke | heatstroke
exertional heat stroke
heat exhaustion
mycosis fungoides | cutaneous T-cell lymphoma | CTCL
psoriatic arthritis | psoriatic arthropathy | PsA
diabetes insipidus
type 1 diabetes | type 1 diabetes mellitus | T1DM | insulin-dependent diabetes mellitus | IDDM | juvenile diabetes | LADA
gestational diabetes | gestational diabetes mellitus | GDM
diabetic ketoacidosis | DKA
steroid-induced diabetes
prediabetes | impaired glucose tolerance | impaired fasting glucose
stable angina | chronic stable angina | angina pectoris | exertional angina
vasospastic angina | Prinzmetal angina | variant angina
viral meningitis | aseptic meningitis | viral meningoencephalitis
tuberculous meningitis
fungal meningitis | cryptococcal meningitis
encephalitis | herpes simplex encephalitis | HSV encephalitis | viral encephalitis
biliary colic | gallstones | cholelithiasis | cholecystolithiasis | symptomatic gallstone disease
cholangitis | ascending cholangitis | acute cholangitis
choledocholithiasis | common bile duct stone
acute pancreatitis | pancreatitis
chronic pancreatitis
labyrinthitis | viral labyrinthitis | acute labyrinthitis
Ramsay Hunt syndrome | herpes zoster oticus
acoustic neuroma | vestibular schwannoma
persistent postural-perceptual dizziness | PPPD
cluster headache
medication overuse headache | medication-overuse headache | rebound headache
trigeminal neuralgia | tic douloureux
idiopathic intracranial hypertension | pseudotumor cerebri | IIH | benign intracranial hypertension
cervicogenic headache
sinus headache
subdural haematoma | chronic subdural haematoma
epidural haematoma | extradural haematoma
intracerebral haemorrhage | intracranial haemorrhage | ICH
intraventricular haemorrhage | IVH | germinal matrix haemorrhage
reactive arthritis | Reiter's syndrome
viral arthritis
juvenile idiopathic arthritis
ankylosing spondylitis | axial spondyloarthritis | spondyloarthritis
Lyme arthritis
bursitis | olecranon bursitis | prepatellar bursitis
trochanteric bursitis | greater trochanteric pain syndrome
pes anserine bursitis | anserine bursitis
rotator cuff tear | rotator cuff tendinopathy | rotator cuff syndrome | subacromial impingement
adhesive capsulitis | frozen shoulder
fibromyalgia
giant cell arteritis | temporal arteritis | GCA | cranial arteritis | Horton's disease
Takayasu arteritis
polymyositis
dermatomyositis
inclusion body myositis
open-angle glaucoma | primary open-angle glaucoma | POAG | chronic glaucoma
keratitis | corneal ulcer | bacterial keratitis | herpetic keratitis | herpes simplex keratitis
corneal abrasion
episcleritis
scleritis
posterior uveitis | intermediate uveitis | panuveitis | chorioretinitis
dry eye disease | keratoconjunctivitis sicca | dry eye syndrome | dry eyes
subconjunctival haemorrhage
optic neuritis | retrobulbar neuritis
retinal detachment
central retinal vein occlusion | CRVO
central retinal artery occlusion | CRAO
cytomegalovirus retinitis | CMV retinitis
macular degeneration
cataract
orbital cellulitis | postseptal cellulitis
periorbital cellulitis | preseptal cellulitis
dacryocystitis
pterygium
transient ischaemic attack | TIA | mini-stroke
anaemia of chronic disease | anaemia of inflammation | anaemia of chronic inflammation
anaemia of chronic kidney disease | renal anaemia
pernicious anaemia | vitamin B12 deficiency anaemia | B12 deficiency | megaloblastic anaemia | folate deficiency anaemia
haemolytic anaemia | autoimmune haemolytic anaemia | AIHA
aplastic anaemia
sickle cell anaemia | sickle cell disease
sideroblastic anaemia
thalassaemia | thalassaemia trait | beta thalassaemia | alpha thalassaemia
pulpitis | irreversible pulpitis | reversible pulpitis
pericoronitis
dry socket | alveolar osteitis
acute necrotising ulcerative gingivitis | ANUG | Vincent's angina | trench mouth
temporomandibular joint disorder | TMJ disorder | temporomandibular dysfunction | TMD
dentine hypersensitivity
oral thrush | oral candidiasis | oropharyngeal candidiasis | oral candidosis | oesophageal candidiasis
oral leukoplakia
oral lichenoid reaction
hand foot and mouth disease | HFMD
herpangina
burning mouth syndrome
Behçet's disease | Behcet disease
allergic rhinitis | hay fever | seasonal allergic rhinitis | pollinosis | perennial rhinitis
vasomotor rhinitis | nonallergic rhinitis
chronic sinusitis | chronic rhinosinusitis | nasal polyps
bacterial vaginosis | BV
trichomoniasis | trichomonas vaginitis | trichomonal vaginitis
atrophic vaginitis | genitourinary syndrome of menopause
pelvic inflammatory disease | PID | salpingitis
cervicitis
acute bacterial prostatitis | prostatitis | acute prostatitis
chronic prostatitis | chronic pelvic pain syndrome
prostate cancer | prostatic carcinoma | carcinoma of the prostate
bladder cancer | urothelial carcinoma | transitional cell carcinoma
renal cell carcinoma | kidney cancer
urinary retention | acute urinary retention | chronic urinary retention
urethral stricture
stress incontinence | stress urinary incontinence
overflow incontinence
neurogenic bladder
asymptomatic bacteriuria
epididymitis | epididymo-orchitis | orchitis
testicular torsion | torsion of the testis
varicocele
hydrocele
acute kidney injury | acute renal failure
chronic kidney disease | CKD | chronic renal failure
acute glomerulonephritis | glomerulonephritis | nephritic syndrome | poststreptococcal glomerulonephritis
nephrotic syndrome
minimal change disease | minimal change nephropathy | minimal change glomerulopathy
membranous nephropathy | membranous glomerulonephritis | membranous glomerulopathy
IgA nephropathy | Berger's disease
acute interstitial nephritis | tubulointerstitial nephritis | acute tubulointerstitial nephritis | AIN
chronic interstitial nephritis
acute tubular necrosis | ATN
medullary sponge kidney | Cacchi-Ricci disease
polycystic kidney disease | ADPKD
hydronephrosis
sarcoidosis | Boeck's disease
cutaneous sarcoidosis | lupus pernio
tuberculosis | TB | pulmonary tuberculosis
lung cancer | bronchial carcinoma | bronchogenic carcinoma | lung carcinoma
small cell lung cancer | small cell carcinoma of the lung | SCLC | oat cell carcinoma
non-small cell lung cancer | NSCLC
Pancoast tumour | apical lung tumour | superior sulcus tumour
mesothelioma
bronchiectasis
acute bronchitis | bronchitis
bronchiolitis
pleural effusion | malignant pleural effusion
pleurisy | pleuritis
empyema | pleural empyema
lung abscess
pulmonary fibrosis | idiopathic pulmonary fibrosis | interstitial lung disease | ILD
pulmonary hypertension | pulmonary arterial hypertension
pertussis | whooping cough
croup | laryngotracheobronchitis
epiglottitis
COVID-19 | SARS-CoV-2 infection | COVID
respiratory syncytial virus infection | RSV infection
vocal cord dysfunction
anaphylaxis | anaphylactic shock
angioedema | hereditary angioedema | Quincke's oedema
aortic dissection | dissecting aortic aneurysm
aortic aneurysm | abdominal aortic aneurysm | AAA
aortic stenosis
mitral stenosis
mitral regurgitation
pericarditis | acute pericarditis
myocarditis
infective endocarditis | bacterial endocarditis | endocarditis
cardiac tamponade
hypertensive emergency | malignant hypertension
hypertensive urgency
hypertensive crisis
Takotsubo cardiomyopathy | stress cardiomyopathy
hypertrophic cardiomyopathy | HOCM
atrial fibrillation | AF
supraventricular tachycardia | SVT | paroxysmal supraventricular tachycardia
ventricular tachycardia
heart block | complete heart block
cardiac syncope | arrhythmic syncope | cardiac arrhythmia
carotid sinus syndrome | carotid sinus hypersensitivity
postural orthostatic tachycardia syndrome | POTS | postural tachycardia syndrome
epilepsy | epileptic seizure | generalised seizure | tonic-clonic seizure
simple partial seizure | focal aware seizure
complex partial seizure | focal impaired awareness seizure | temporal lobe seizure
absence seizure | petit mal
febrile seizure | febrile convulsion
psychogenic nonepileptic seizures | PNES | dissociative seizures
atrial septal defect | ASD
ventricular septal defect | VSD
patent ductus arteriosus | PDA
tetralogy of Fallot
coarctation of the aorta | aortic coarctation | aortic isthmus stenosis
double aortic arch | vascular ring
transposition of the great arteries
deep vein thrombosis | DVT | deep venous thrombosis
superficial thrombophlebitis | thrombophlebitis
chronic venous insufficiency | venous stasis
stasis dermatitis | venous eczema | gravitational eczema
peripheral arterial disease | PAD | claudication
erysipelas | St. Anthony's fire
necrotising fasciitis
impetigo | impetigo contagiosa
bullous impetigo
ecthyma
folliculitis | bacterial folliculitis
peritonsillar abscess | quinsy
retropharyngeal abscess
scarlet fever | scarlatina
rheumatic fever
diphtheria
measles | rubeola | morbilli
rubella | German measles | third disease
erythema infectiosum | fifth disease | slapped cheek disease | parvovirus B19 infection
roseola infantum | sixth disease | exanthem subitum | three-day fever | HHV-6 infection
fourth disease | Dukes disease
congenital rubella infection | congenital rubella syndrome | congenital rubella
mumps
viral exanthem
pityriasis rosea | pityriasis rosada
pityriasis lichenoides chronica | PLC
pityriasis lichenoides et varioliformis acuta | PLEVA | Mucha-Habermann disease
pityriasis alba
~tinea versicolor | pityriasis versicolor
~tinea nigra
~tinea incognito
candidal intertrigo
intertrigo
erythrasma
scabies | sarcoptic mange
pediculosis | head lice | lice infestation
bed bug bites | bed bug bite | cimicosis
insect bites | insect bite reaction | papular urticaria | arthropod bites
perioral dermatitis | periorificial dermatitis
lupus erythematosus
systemic lupus erythematosus | SLE | systemic lupus | disseminated lupus erythematosus
discoid lupus | discoid lupus erythematosus | DLE | chronic cutaneous lupus
subacute cutaneous lupus erythematosus | SCLE | subacute cutaneous lupus
drug-induced lupus | drug-induced lupus erythematosus
antiphospholipid syndrome
Sjögren's syndrome | Sjogren syndrome
systemic sclerosis | systemic scleroderma | scleroderma | CREST syndrome | CREST
morphea | morphoea | localised scleroderma | circumscribed scleroderma
scleromyxedema | papular mucinosis
mixed connective tissue disease | MCTD
lichen sclerosus | lichen sclerosus et atrophicus | LSA | balanitis xerotica obliterans
lichen nitidus
lichen amyloidosis | lichen amyloidosus
macular amyloidosis
lichen striatus
lichen planus pigmentosus
erythema dyschromicum perstans | ashy dermatosis
urticaria pigmentosa | mastocytosis | cutaneous mastocytosis
solitary mastocytoma | mastocytoma | solitary mastocytosis
urticarial vasculitis
hidradenitis suppurativa | acne inversa | Verneuil's disease
dissecting cellulitis of the scalp
acne keloidalis nuchae | folliculitis keloidalis
steroid acne
chloracne
pseudofolliculitis barbae
Sweet syndrome | acute febrile neutrophilic dermatosis
pyoderma gangrenosum
squamous cell carcinoma | SCC | cutaneous squamous cell carcinoma | squamous cell carcinoma of the skin
Bowen's disease | squamous cell carcinoma in situ of the skin | intraepidermal carcinoma
cervical carcinoma in situ | squamous cell carcinoma in situ of the cervix | CIN 3
basal cell carcinoma | BCC | basalioma | rodent ulcer | basocellular carcinoma
melanoma | malignant melanoma | cutaneous melanoma
acral lentiginous melanoma | acral melanoma | subungual melanoma
lentigo maligna
Merkel cell carcinoma
Kaposi sarcoma
keratoacanthoma
naevus | melanocytic naevus | mole | benign mole | dysplastic naevus
halo naevus | Sutton naevus
Becker naevus | Becker melanosis
naevus sebaceus | naevus sebaceous | organoid naevus | Jadassohn naevus
naevus comedonicus | comedo naevus
lentigo | solar lentigo | age spots
dermatofibroma | fibrous histiocytoma | benign fibrous histiocytoma
dermatofibrosarcoma protuberans | DFSP
dermatosis papulosa nigra
cutaneous horn
sebaceous hyperplasia
pyogenic granuloma | lobular capillary haemangioma | granuloma pyogenicum
haemangioma | infantile haemangioma | strawberry naevus
bacillary angiomatosis
epidermoid cyst | epidermal cyst | sebaceous cyst | epidermal inclusion cyst | infundibular cyst
pilar cyst | trichilemmal cyst | wen
ganglion cyst | ganglion
lipoma
neurofibroma
plexiform neurofibroma
neurofibromatosis type 1 | NF1 | von Recklinghausen disease
tuberous sclerosis | tuberous sclerosis complex | TSC | Bourneville disease
granuloma annulare
localised granuloma annulare
generalised granuloma annulare | disseminated granuloma annulare
necrobiosis lipoidica | necrobiosis lipoidica diabeticorum
necrobiotic xanthogranuloma | NXG
juvenile xanthogranuloma | xanthogranuloma
xanthoma | xanthelasma
pseudoxanthoma elasticum | PXE | Grönblad-Strandberg syndrome
anetoderma
mid-dermal elastolysis
keloid | keloid scar | hypertrophic scar
acanthosis nigricans
confluent and reticulated papillomatosis | Gougerot-Carteaud syndrome | CARP
Darier disease | Darier-White disease | keratosis follicularis of Darier | dyskeratosis follicularis
Grover disease | transient acantholytic dermatosis
Hailey-Hailey disease | familial benign chronic pemphigus | benign familial pemphigus
pemphigus vulgaris | PV
pemphigus foliaceus | pemphigus foliaceous
pemphigus vegetans
bullous pemphigoid | pemphigoid
dermatitis herpetiformis | Duhring's disease
epidermolysis bullosa | EB
epidermolysis bullosa simplex Dowling-Meara | EBS Dowling-Meara | EBS-DM
Stevens-Johnson syndrome | Steven-Johnson syndrome | SJS
toxic epidermal necrolysis | TEN | Lyell's syndrome
erythema multiforme | EM
mycoplasma-induced rash and mucositis | MIRM | mycoplasma pneumoniae-induced rash and mucositis | reactive infectious mucocutaneous eruption
drug reaction with eosinophilia and systemic symptoms | DRESS | drug-induced hypersensitivity syndrome | DIHS
acute generalised exanthematous pustulosis | AGEP
fixed drug eruption | FDE
drug eruption | exanthematous drug eruption | morbilliform drug eruption | maculopapular drug rash
serum sickness
serum sickness-like reaction | SSLR
drug-induced photosensitivity | phototoxic drug reaction | drug photosensitivity
polymorphous light eruption | PMLE | polymorphic light eruption
juvenile spring eruption
phytophotodermatitis
sunburn
erythema nodosum
erythema migrans | erythema chronicum migrans | early localised Lyme disease | early Lyme disease
Lyme disease | Lyme borreliosis | borreliosis
erythema toxicum | erythema toxicum neonatorum | toxic erythema of the newborn
erythema annulare centrifugum
perniosis | chilblains | pernio | chilblain
Raynaud phenomenon | Raynaud's disease
Henoch-Schönlein purpura | Henoch-Schönlein vasculitis | HSP | IgA vasculitis | IgA-mediated small vessel vasculitis | anaphylactoid purpura
leukocytoclastic vasculitis | cutaneous small vessel vasculitis
levamisole-induced vasculitis | levamisole-induced antineutrophil cytoplasmic antibody vasculitis
granulomatosis with polyangiitis | Wegener's granulomatosis | GPA
polyarteritis nodosa
Kawasaki disease | mucocutaneous lymph node syndrome
immune thrombocytopenia | ITP | idiopathic thrombocytopenic purpura
thrombotic thrombocytopenic purpura | TTP
hereditary haemorrhagic telangiectasia | HHT | Osler-Weber-Rendu disease | Osler disease
alopecia areata
androgenetic alopecia | male pattern hair loss | female pattern hair loss | male pattern baldness
telogen effluvium
trichotillomania
ichthyosis vulgaris
acrodermatitis enteropathica
hypohidrotic ectodermal dysplasia | anhidrotic ectodermal dysplasia | Christ-Siemens-Touraine syndrome
Conradi-Hünermann-Happle syndrome | X-linked chondrodysplasia punctata
progeria | Hutchinson-Gilford syndrome
Laugier-Hunziker syndrome
Peutz-Jeghers syndrome
melanonychia | longitudinal melanonychia
subungual haematoma
green nail syndrome | Pseudomonas nail infection | chloronychia
extramammary Paget disease
Paget disease of the breast
Paget disease of bone | osteitis deformans
nipple hyperkeratosis | hyperkeratosis of the nipple
breast cancer | mammary carcinoma | breast carcinoma
fibroadenoma
phyllodes tumour | cystosarcoma phyllodes
mastitis
hidrocystoma | eccrine hidrocystoma | apocrine hidrocystoma
spiradenoma | eccrine spiradenoma
syringoma
acquired digital fibrokeratoma | ADFK
acanthoma fissuratum | granuloma fissuratum
pseudoainhum
coma blisters | pressure bullae | coma bullae
corticosteroid-induced atrophy | steroid atrophy | steroid-induced skin atrophy
hydroxychloroquine-induced hyperpigmentation
minocycline hyperpigmentation | minocycline-induced hyperpigmentation
melasma | chloasma
albinism
idiopathic guttate hypomelanosis
post-inflammatory hyperpigmentation
Langerhans cell histiocytosis | LCH | histiocytosis X
leishmaniasis
cutaneous leishmaniasis | oriental sore
leprosy | Hansen's disease | lepra
blastomycosis
sporotrichosis
lymphogranuloma venereum | LGV
chancroid
syphilis | lues
primary syphilis | chancre | lues I | lues primaria
secondary syphilis | lues II | lues secundaria
tertiary syphilis | gumma | lues III | lues tertiaria
HIV infection | AIDS
disseminated gonococcal infection | DGI | arthritis-dermatitis syndrome
listeriosis | Listeria infection
~shoe dermatitis
~poison ivy dermatitis | toxicodendron dermatitis | rhus dermatitis | poison oak dermatitis | poison ivy allergic contact dermatitis
~photocontact dermatitis
nipple inversion
median rhomboid glossitis | central papillary atrophy of the tongue
geographic tongue
scurvy | vitamin C deficiency | scorbutus
pellagra | niacin deficiency | vitamin B3 deficiency
beriberi | thiamine deficiency
rickets
~herpetic whitlow
prurigo nodularis | nodular prurigo
exfoliative dermatitis | erythroderma
~varicella pneumonia
postherpetic neuralgia
monkeypox | mpox
chickenpox virus | varicella virus | varicella-zoster virus
acute lymphoblastic leukaemia | ALL | acute lymphocytic leukaemia
acute myeloid leukaemia | AML | acute myelogenous leukaemia | acute myeloblastic leukaemia
chronic lymphocytic leukaemia | CLL
chronic myeloid leukaemia | CML | chronic myelogenous leukaemia
hairy cell leukaemia
leukaemia
Hodgkin lymphoma | Hodgkin's disease | HL
non-Hodgkin lymphoma | NHL
diffuse large B-cell lymphoma | DLBCL
Burkitt lymphoma
follicular lymphoma
lymphoma
multiple myeloma | plasma cell myeloma | plasmacytoma
Waldenström macroglobulinaemia | lymphoplasmacytic lymphoma
essential thrombocythaemia | essential thrombocytosis
polycythaemia vera
myelodysplastic syndrome
haemophilia
haemophilia A | factor VIII deficiency
haemophilia B | factor IX deficiency | Christmas disease
von Willebrand disease
Glanzmann thrombasthenia
Bernard-Soulier syndrome
disseminated intravascular coagulation | DIC
haemochromatosis
amyloidosis
multiple sclerosis | MS | relapsing-remitting multiple sclerosis | encephalomyelitis disseminata
Parkinson disease | PD | idiopathic Parkinson syndrome | paralysis agitans
multiple system atrophy | MSA | Shy-Drager syndrome
progressive supranuclear palsy | PSP
essential tremor
Huntington disease | Huntington's chorea | chorea major
Wilson disease | hepatolenticular degeneration
amyotrophic lateral sclerosis | ALS | motor neurone disease | Lou Gehrig's disease | motor neuron disease
myasthenia gravis | MG
Lambert-Eaton syndrome | Lambert-Eaton myasthenic syndrome | LEMS
Guillain-Barré syndrome | GBS | acute inflammatory demyelinating polyneuropathy | AIDP
polyneuropathy | peripheral neuropathy
Bell's palsy | idiopathic facial palsy
syringomyelia
syringobulbia
cauda equina syndrome
spinal stenosis
lumbar disc herniation | disc herniation | herniated disc | slipped disc | disc prolapse | prolapsed intervertebral disc | nucleus pulposus prolapse
sciatica | lumbar radiculopathy | radiculopathy
cervical radiculopathy
Alzheimer's disease | Alzheimer dementia
frontotemporal dementia | FTD | Pick's disease | frontotemporal lobar degeneration
dementia with Lewy bodies | Lewy body dementia | DLB
vascular dementia
dementia
delirium
normal pressure hydrocephalus | NPH
hydrocephalus
progressive multifocal leukoencephalopathy | PML | progressive multifocal encephalopathy
cerebral venous thrombosis | cerebral sinus thrombosis | cerebral venous sinus thrombosis | sinus venous thrombosis | CVST | dural sinus thrombosis
glossopharyngeal neuralgia
restless legs syndrome | RLS
narcolepsy
brain tumour | glioblastoma | brain metastasis
meningioma
Wernicke encephalopathy
hepatic encephalopathy
neuroleptic malignant syndrome | NMS
serotonin syndrome
akathisia
acute dystonia | acute dystonic reaction
tardive dyskinesia
malignant hyperthermia
schizophrenia
schizophreniform disorder
schizoaffective disorder
brief psychotic disorder
delusional disorder
schizoid personality disorder
schizotypal personality disorder
borderline personality disorder | BPD | emotionally unstable personality disorder
dysthymia | persistent depressive disorder | dysthymic disorder
premenstrual dysphoric disorder | PMDD
cyclothymia | cyclothymic disorder
post-traumatic stress disorder | PTSD
obsessive-compulsive disorder | OCD
social anxiety disorder | social phobia
agoraphobia
specific phobia
illness anxiety disorder | hypochondriasis | hypochondria | health anxiety
somatic symptom disorder | somatisation disorder | somatoform disorder
conversion disorder | functional neurological disorder | FND
factitious disorder | Munchausen syndrome
attention deficit hyperactivity disorder | ADHD
autism spectrum disorder | autism
oppositional defiant disorder | ODD
conduct disorder
nightmare disorder | nightmares
night terrors | sleep terror disorder | pavor nocturnus
sleep apnoea | obstructive sleep apnoea | OSA
anorexia nervosa
bulimia nervosa
alcohol withdrawal | delirium tremens
opioid withdrawal
genito-pelvic pain disorder | genitopelvic pain disorder | vaginismus | genito-pelvic pain penetration disorder
lisdexamfetamine intoxication | amphetamine intoxication | stimulant intoxication
chronic fatigue syndrome | myalgic encephalomyelitis
irritable bowel syndrome | IBS
inflammatory bowel disease | IBD
Crohn's disease | regional enteritis
ulcerative colitis
microscopic colitis
coeliac disease | celiac disease | gluten-sensitive enteropathy
lactose intolerance
Clostridioides difficile colitis | C. difficile colitis | Clostridium difficile infection | C. difficile infection | pseudomembranous colitis | CDI
ischaemic colitis
acute mesenteric ischaemia | mesenteric ischaemia | bowel ischaemia | mesenteric infarction
toxic megacolon
Hirschsprung disease | congenital aganglionic megacolon | congenital megacolon | aganglionosis
intestinal obstruction | bowel obstruction | ileus | small bowel obstruction | SBO
volvulus | sigmoid volvulus
intussusception
inguinal hernia | incarcerated hernia | strangulated hernia
hiatus hernia
colorectal cancer | colorectal carcinoma | colon cancer | bowel cancer
gastric cancer | stomach cancer
pancreatic cancer | pancreatic carcinoma
pancreatic adenocarcinoma | pancreatic ductal adenocarcinoma | adenocarcinoma of the pancreas
hepatocellular carcinoma | HCC
oesophageal cancer | oesophageal carcinoma
Barrett's oesophagus
eosinophilic oesophagitis
oesophageal spasm | diffuse oesophageal spasm
achalasia
Mallory-Weiss tear | Mallory-Weiss syndrome
Boerhaave syndrome | spontaneous oesophageal rupture | oesophageal perforation
dumping syndrome | postgastrectomy syndrome
gastroparesis
cyclic vomiting syndrome
Zollinger-Ellison syndrome | gastrinoma
diverticulosis | colonic diverticulosis
Meckel's diverticulum
mesenteric lymphadenitis | mesenteric adenitis
haemorrhoids | piles | haemorrhoidal disease
anal fissure
anal fistula
constipation
duodenal atresia
pyloric stenosis | hypertrophic pyloric stenosis
biliary atresia
necrotising enterocolitis
viral hepatitis | hepatitis A | hepatitis C
hepatitis B | chronic hepatitis B | chronic hepatitis B infection
alcoholic hepatitis
autoimmune hepatitis
acute liver failure | fulminant hepatic failure | fulminant liver failure
cirrhosis | liver cirrhosis
primary sclerosing cholangitis | PSC
primary biliary cholangitis | PBC | primary biliary cirrhosis
Gilbert syndrome | Gilbert's syndrome
breast milk jaundice
breastfeeding jaundice | breast-feeding failure jaundice
physiological neonatal jaundice | physiologic jaundice of the newborn | physiological jaundice
neonatal respiratory distress syndrome | hyaline membrane disease | infant respiratory distress syndrome | NRDS | surfactant deficiency
acute respiratory distress syndrome | ARDS
transient tachypnoea of the newborn
ectopic pregnancy | tubal pregnancy
miscarriage | spontaneous abortion
placental abruption
placenta praevia
pre-eclampsia | eclampsia
uterine rupture | rupture of the uterus
endometriosis
endometritis
adenomyosis
uterine fibroids | leiomyoma | fibroids
ovarian torsion | adnexal torsion
ovarian cyst | ruptured ovarian cyst
polycystic ovary syndrome | PCOS
ovarian cancer
granulosa cell tumour
theca cell tumour | thecoma
Meigs syndrome
androgen insensitivity syndrome | androgen insensitivity
aromatase deficiency
congenital adrenal hyperplasia
Turner syndrome
Klinefelter syndrome
Marfan syndrome
Ehlers-Danlos syndrome
osteogenesis imperfecta
Addison's disease | primary adrenal insufficiency | adrenal insufficiency
Cushing's syndrome | Cushing's disease
phaeochromocytoma
primary aldosteronism | Conn's syndrome
hyperparathyroidism
hypoparathyroidism
thyroid cancer
subacute thyroiditis | de Quervain thyroiditis
thyroid nodule
thyroid storm
acromegaly
hyponatraemia
hypercalcaemia
hypoglycaemia
obesity
vitamin D deficiency
fat embolism | fat embolism syndrome
air embolism | gas embolism
amniotic fluid embolism
sepsis | septic shock
malaria
dengue fever | dengue
typhoid fever
toxoplasmosis
cytomegalovirus infection | CMV infection
pneumocystis pneumonia | PCP | pneumocystis jirovecii pneumonia
carbon monoxide poisoning
osteomyelitis
osteoporosis
osteosarcoma
giant cell tumour of bone | osteoclastoma
avascular necrosis | osteonecrosis | aseptic necrosis
Legg-Calvé-Perthes disease | LCPD | Perthes disease
slipped capital femoral epiphysis | SCFE
Osgood-Schlatter disease
posterior hip dislocation
anterior hip dislocation
hip fracture
meniscal tear | meniscus tear
anterior cruciate ligament tear | ACL tear
ankle sprain
plantar fasciitis
carpal tunnel syndrome
de Quervain tenosynovitis | de Quervain's disease | tenosynovitis of the first dorsal compartment
trigger finger | stenosing tenosynovitis
tennis elbow | lateral epicondylitis
jersey finger | flexor digitorum profundus avulsion | rupture of the flexor digitorum profundus tendon
mallet finger
Dupuytren's contracture
compartment syndrome
complex regional pain syndrome | CRPS
rib fracture
muscle strain
musculoskeletal back pain | mechanical back pain
alpha-1 antitrypsin deficiency
cystic fibrosis
keratoderma blennorrhagicum | keratoderma blenorrhagica
~herpes zoster | shingles | zoster | zona
~chickenpox | varicella
~psoriasis vulgaris | plaque psoriasis | chronic plaque psoriasis
~acne vulgaris | acne
~molluscum contagiosum | molluscum
~nummular eczema | nummular dermatitis | discoid eczema
~atopic dermatitis | atopic eczema | eczematous dermatitis | eczema
~seborrheic dermatitis | seborrhoeic eczema
~actinic keratosis | solar keratosis
~eczema herpeticum | Kaposi's varicelliform eruption | Kaposi varicelliform eruption
~trachyonychia | twenty-nail dystrophy | sandpaper nails
~benign paroxysmal positional vertigo | BPPV | benign positional vertigo
~osteoarthritis | degenerative joint disease | arthrosis
~influenza | flu
~myocardial infarction | heart attack | MI
~stroke | cerebrovascular accident | cerebral infarction
~infectious mononucleosis | glandular fever
~type 2 diabetes mellitus | type 2 diabetes | T2DM
bladder calculus | bladder stone
~situational syncope | micturition syncope | cough syncope | defecation syncope
epiploic appendagitis
eosinophilic gastroenteritis
eosinophilic pneumonia
organising pneumonia | cryptogenic organising pneumonia | COP | BOOP
hypersensitivity pneumonitis | extrinsic allergic alveolitis | farmer's lung
interstitial pneumonia | usual interstitial pneumonia
aspiration pneumonitis | chemical pneumonitis
radiation pneumonitis
cold agglutinin disease
cold abscess
parainfluenza | parainfluenza infection
fungal sinusitis | allergic fungal rhinosinusitis
abdominal compartment syndrome
acute chest syndrome
Ludwig's angina
abdominal angina | mesenteric angina | chronic mesenteric ischaemia
septic embolism | septic emboli
bile reflux | bile reflux gastritis
relapsing polychondritis
perichondritis
pneumomediastinum
haemothorax | haemopneumothorax
central vertigo | central positional vertigo
vestibular paroxysmia
cervicogenic dizziness | cervical vertigo
superior canal dehiscence
sudden sensorineural hearing loss | sudden deafness
Ménétrier disease
postprandial hypotension
spontaneous intracranial hypotension | intracranial hypotension | post-dural puncture headache
sunstroke | sun stroke
spinal cord infarction | spinal stroke
splenic infarct | splenic infarction
renal infarct | renal infarction
eye stroke | anterior ischaemic optic neuropathy
neovascular glaucoma
normal-tension glaucoma | normal-pressure glaucoma | low-tension glaucoma
pigmentary glaucoma
congenital glaucoma
ocular hypertension
endophthalmitis
hyphaema
carcinomatous meningitis | neoplastic meningitis | leptomeningeal carcinomatosis
lymphocytic meningitis | Mollaret meningitis
neuroborreliosis
traumatic subarachnoid haemorrhage
juvenile rheumatoid arthritis | JIA | Still's disease
adult-onset Still's disease
palindromic rheumatism
Charcot arthropathy | neuropathic arthropathy
tuberculous arthritis
septic bursitis
respiratory depression
mixed anxiety and depressive disorder | mixed anxiety-depressive disorder
separation anxiety disorder
selective mutism
acute stress disorder
dissociative disorder | dissociative identity disorder
substance-induced mood disorder
oral cavity cancer | oral cancer | oral squamous cell carcinoma
tongue cancer
liver abscess | hepatic abscess | pyogenic liver abscess | amoebic liver abscess
brain abscess | cerebral abscess
epidural abscess | spinal epidural abscess
psoas abscess
breast abscess
Bartholin abscess | Bartholin's abscess
tubo-ovarian abscess
renal abscess | perinephric abscess
pelvic abscess
intra-abdominal abscess | subphrenic abscess
parapharyngeal abscess | deep neck abscess
corneal abscess
scrotal abscess
splenic abscess
periodontal abscess | gingival abscess
pyonephrosis
desquamative gingivitis
gingival hyperplasia | gingival overgrowth
peri-implantitis
sialolithiasis | salivary calculus | salivary stone
sialadenitis | parotitis
angular cheilitis | angular stomatitis | perleche
actinic cheilitis
nicotine stomatitis
cheilitis
glossitis
cracked tooth syndrome
dental erosion
tooth abrasion | dental attrition
dental fluorosis | enamel hypoplasia
tooth discoloration | extrinsic tooth stain
dental plaque
onychogryphosis | onychogryposis | ram's horn nail
onychomadesis
onychophagia
pincer nail
koilonychia | spoon nails
leukonychia
yellow nail syndrome
nail-patella syndrome
clubbing | digital clubbing
glomus tumour
digital mucous cyst | myxoid cyst
pemphigoid gestationis | herpes gestationis
impetigo herpetiformis
dermatitis artefacta
radiation dermatitis
cercarial dermatitis | swimmer's itch
lichen myxedematosus
lichen scrofulosorum
lichen spinulosus
lichen aureus
lichenoid drug eruption
phrynoderma
porokeratosis
palmoplantar keratoderma
arsenical keratosis
epidermodysplasia verruciformis
verrucous carcinoma
skin tag | acrochordon | fibroma molle
milia | milium
actinic prurigo
lupus miliaris disseminatus faciei | acne agminata
Rosai-Dorfman disease
eosinophilic cellulitis | Wells syndrome
lipodermatosclerosis
lymphoedema
gas gangrene
miliaria | heat rash
parapsoriasis
pityriasis rubra pilaris
asteatosis | xerosis cutis | dry skin
aspergillosis | allergic bronchopulmonary aspergillosis | ABPA
histoplasmosis
coccidioidomycosis
cryptococcosis
chromoblastomycosis | chromomycosis
mycetoma
mucormycosis
candidaemia | invasive candidiasis | systemic candidiasis
invasive fungal infection | systemic mycosis
candidal balanitis | balanitis
smallpox
rickettsialpox
Fanconi anaemia
Diamond-Blackfan anaemia
macrocytic anaemia
normocytic anaemia
G6PD deficiency
hereditary spherocytosis
lead poisoning
congenital hypothyroidism
central hypothyroidism | secondary hypothyroidism
sick euthyroid syndrome | non-thyroidal illness
postpartum thyroiditis
factitious thyrotoxicosis | thyrotoxicosis factitia
Graves ophthalmopathy | thyroid eye disease | Graves orbitopathy
goitre | euthyroid goitre
MODY | maturity-onset diabetes of the young
pancreatogenic diabetes | type 3c diabetes
secondary diabetes
neonatal diabetes
diabetic neuropathy | diabetic polyneuropathy
diabetic nephropathy
diabetic retinopathy
diabetic foot
hyperosmolar hyperglycaemic state | HHS
metabolic syndrome
mixed incontinence
nocturnal enuresis | enuresis
desquamative inflammatory vaginitis
allergic vulvitis
vulvodynia
urethral caruncle
urethral syndrome
renal papillary necrosis
renal vein thrombosis
loin pain haematuria syndrome
mediastinitis
slipping rib syndrome
precordial catch syndrome
intercostal neuralgia
myofascial pain syndrome
cardiac contusion
functional abdominal pain
abdominal wall pain | ACNES
sphincter of Oddi dysfunction
gallbladder cancer
gallbladder polyps
gallstone ileus
Mirizzi syndrome
Crohn's colitis
appendiceal carcinoid | appendiceal neoplasm
typhlitis | neutropenic enterocolitis
yersiniosis | Yersinia enterocolitis
hemicrania continua
paroxysmal hemicrania
SUNCT
post-traumatic headache
reversible cerebral vasoconstriction syndrome | RCVS
cervical artery dissection | vertebral artery dissection | carotid artery dissection
hypertensive encephalopathy | PRES
Chiari malformation
blepharochalasis
entropion
ectropion
trichiasis
sebaceous carcinoma
nasolacrimal duct obstruction
pinguecula
ophthalmia neonatorum
trachoma
bacterial tracheitis | tracheitis
laryngitis | acute laryngitis
otitis media | acute otitis media
otitis externa
mastoiditis
acute HIV infection | acute retroviral syndrome
cat scratch disease
Lemierre syndrome
cor pulmonale
dilated cardiomyopathy
peripartum cardiomyopathy
constrictive pericarditis
non-cardiogenic pulmonary oedema
volume overload
deconditioning
pulmonary contusion
atelectasis
foreign body aspiration
phobic anxiety disorder
chronic pain syndrome
hypermobility syndrome
tendinitis | tendinopathy
epicondylitis
gonorrhoea of the throat | pharyngeal gonorrhoea
`;

/** Words that hold a name of a diagnosis and name none. */
export const noDiagnoses = `cold intolerance | cold hands | cold feet | cold air | cold weather | cold water | cold exposure |
 cold compress | cold drinks | cold stimulus | cold sweat | common cold remedies | herpes virus | influenza vaccine |
 flu vaccine | flu shot | flu jab | stroke unit | stroke team | chest pain unit | asthma clinic | abscess drainage |
 gout diet | heart failure clinic | allergy test | flu-like illness | flu-like symptoms | migraine diary | mono spot | Haemophilus influenzae |
 wart-like | acne-like | herpes-like | gout-like | lupus-like | stroke-like | asthma inhaler | diabetes clinic |
 family doctor | cold-like symptoms | Chlamydia pneumoniae | Chlamydia psittaci | oral cavity | nasal cavity | pleural cavity | abdominal cavity |
 ST depression | depressed mood | depressed fracture | influenza-like illness | herpes vaccine | zoster vaccine | cough and cold | reflux nephropathy | vesicoureteral reflux | vesicoureteric reflux | hepatojugular reflux`;
