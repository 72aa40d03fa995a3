/**
 * What laymen say of a disease without naming it: what is going on inside, where it came from, what doctors call it at the
 * pub. One line for a disease: `what its names say: cause ; cause`, a cause being groups of words that stand near one
 * another in any order, parted by `~`; an asterisk stands for any ending.
 */
const causes = `
appendic: worm|blind gut|dead end|useless bit|tail ~ gut|bowel|intestine|inflam*|infect*|burst ; appendi* ~ burst|inflam*|infect*|bad|dodgy|grumbl*|out|go*|trouble
cholecyst|gall ?bladder: stone*|gallstone* ~ block*|stuck|jam*|plug*|lodged|duct ; bile|gall ~ block*|inflam*|infect*|stuck|backed|trapped ; bag|sac|pouch ~ stone*|inflam*|infect*|bile ; gallbladder|gall bladder ~ inflam*|infect*|burst|bad|gone|act*|playing up|full|attack
ureteric|renal colic|urolith: stone*|gravel|grit|crystal ~ tube|pipe|ureter|kidney*|stuck|jam*|on its way|moving|passing|travel*|coming down|wedged|lodged ; stuck|wedged|jammed ~ way to the bladder|down to the bladder|kidney*|water pipe
pyeloneph: kidney* ~ infect*|inflam*|bug*|germ*|bacteria|pus|gone bad|diseased ; infect*|bug*|germ*|bacteria ~ up to my kidney*|climbed|gone up|risen|reached
mening: brain ~ infect*|inflam*|lining|membrane*|skin|covering|germ*|bug|bacteria|fever|swollen ; lining|skin|membrane* ~ inflam*|infect*|spine|spinal|brain|skull ; spinal fluid ~ infect*|bug|germ*
subarachnoid|aneurysm: vessel*|vein*|artery|pipe|something ~ burst*|popped|ruptur*|gone|torn|leak*|bled|blown ~ head|brain|skull|mine|in there ; blood|bled|bleed*|haemorrhag*|leak* ~ brain|skull|in my head|inside my head|in there ; vessel*|artery ~ burst*|popped|ruptur*
pulmonary embol: clot*|blood clot*|plug of blood ~ lung*|chest|travel*|leg*|calf|moved|come loose|broken off|artery|up to ; lung* ~ block*|plug* ~ blood|artery|vessel|clot*
coronary|infarct: heart ~ attack|starv*|oxygen|dying|block*|not getting|no blood|packing up|infarct*|muscle|clogg*|furr*|giv* out ; arter*|pipe*|vessel* ~ block*|clogg*|furr*|narrow*|heart|blood ; cardiac|coronary|angina|infarct*|heart attack|ticker
pneumonia: lung* ~ infect*|inflam*|germ*|bug|bacteria|pus|full of|patch|fluid ; chest ~ infect* ; infect* ~ chest|lung*
heart failure: heart|pump|ticker ~ fail*|weak|giving up|giving out|gave up|packing up|packing in|worn|not pump*|tired|too weak|not coping|cannot cope|not strong|not keep*|can not keep|losing|struggl*|no longer|feeble|on its last legs|not up to|backs up ; water|fluid ~ lung*|backs up|backing up|round my heart|drown*
mononucle|glandular: kissing|glandular|epstein|pfeiffer* ; kiss* ~ disease|illness|sickness|bug|fever|virus
tonsil|strep: tonsil* ~ pus|infect*|inflam*|swoll*|bad|white|rotten|full|gone|come out|trouble ; strep* ; quinsy
zoster|shingles: chickenpox|chicken pox|pox ~ virus|back|woke*|wak*|come|again|sleeping|nerve*|return* ; nerve* ~ virus|inflam* ~ skin|spot*|blister*|rash ; belt of fire|belt of roses|st anthony*
varicella|chickenpox: chickenpox|chicken pox|varicella|the pox
urticaria|hives: hives|nettle rash|nettlerash|urticaria|histamine
tinea|mycosis|fungal infection of the skin: fung*|ringworm|yeast|mould|mushroom*|tinea|athlete* foot|jock itch
onychomyc|nail fung: fung*|yeast|mould|mushroom*|mycosis ; athlete* foot ~ nail*
conjunctiv: conjunctiv*|pink eye|pinkeye ; eye* ~ infect*|germ*|bug|bacteria|virus
hordeol|stye: stye*|sty|hordeol* ; gland*|root|lash*|pore ~ infect*|inflam*|pus|boil ; boil ~ lid|eye|eyelid
chalazion: chalazi*|meibom* ; gland*|duct*|pore ~ block*|clogg*|lid|eyelid ; cyst ~ lid|eyelid|eye
blepharitis: blephar* ; lid*|rims|eyelid* ~ inflam*|infect*|gland* ; gland* ~ block*|clogg* ~ lid*|eyelid*|lash*
uveitis|iritis: uveitis|iritis ; iris|coloured part|inside ~ inflam*|infect* ; eye ~ inside|deep ~ inflam*
glaucoma: glaucoma ; pressure ~ eye*|eyeball ; fluid|water ~ drain*|eye*|eyeball
rosacea: rosacea|couperose
psoria: psoria* ; skin ~ grow*|renew* ~ fast|quick*|speed
seborr.*derm: seborr*|dandruff|cradle cap|greasy eczema|yeast
seborr.*kerat: seborr*|age wart*|senile wart*|barnacle*|stucco|age spot*|old age wart*
gastroenter: gastro*|norovirus|salmonella|campylobacter|enteritis|stomach flu|gastric flu|food poison*|rotavirus|e coli ; stomach|tummy|bowel*|gut* ~ bug|flu|virus|infect*|germ* ; poison* ~ chicken|food|meat|egg*|barbecue
reflux: reflux|gerd|gord|hiatus|hiatal ; acid ~ stomach|gullet|throat|comes up|coming up|burning|leak*|pipe|food pipe|splash* ; valve|flap ~ stomach|gullet|gone|weak|leak*|not clos*|loose ; gullet|food pipe ~ acid|burn*|inflam*
panic: panic*|hyperventilat* ; anxiety|nerves ~ attack ; breathed|breathing ~ too fast|too much
costochond|chest wall: cartilage|costochond*|tietze|chest wall ; rib*|breastbone ~ inflam*|joint*|gristle|strain*|pulled ; muscle* ~ strain*|pulled|torn ~ rib*|chest
pneumothorax: pneumothorax ; lung* ~ collaps*|burst|popped|punctur*|deflat*|down|hole|gone down|flat
asthma: asthma* ; airway*|tubes|bronch* ~ tight*|narrow*|spasm|inflam*|closing|twitchy|swoll*
common cold|rhinitis: common cold|head cold|a cold|cold virus|rhinitis|sniffles
atopic|eczema: eczema*|atopic|neurodermatitis|dermatitis
allergic contact: contact ~ allerg*|dermatitis|eczema ; allerg*|react*|intoleran* ~ dye|hair colour|colour|nickel|metal|perfume|fragrance|cream|glue|plaster*|glove*|rubber|latex|cosmetic*|tint|chemical*|paint|buckle|jewel*|earring*|resin
irritant|^contact derm: dermatitis|eczema ; skin ~ irritat*|worn|barrier|damaged|stripped ~ water|soap|chemical*|washing|cleaning|detergent*
migraine: migrain*|hemicrania ; meegrain*
tension: tension ~ headache*|head|neck ; stress headache* ; muscle* ~ tense*|tight* ~ headache*
rheumatoid: rheumatoid|rheumatism|rheumatic ; immune|body|defences ~ attack* ~ joint* ; joint* ~ attack*|inflam* ~ immune|body
polymyalgia: polymyalgia|giant cell|rheumati*
osteoarth: arthr*|osteoarth*|cartilage ; wear and tear ; joint* ~ worn|worn out|wearing|rubbing|bone on bone ; bone on bone
^gout| gout|podagra: gout* ; uric|urate|crystal* ; rich man* disease|disease of kings
septic arth: joint|knee|wrist ~ infect*|pus|germ*|bacteria|poison*|septic ; blood poisoning|septic
hypothyroid|underactive: thyroid ~ slow|underactive|low|lazy|not work*|packed|sluggish|tired|failing|under ; hashimoto*|hypothyroid*
hyperthyroid|overactive thy: thyroid ~ fast|overactive|high|overdrive|racing|over ; graves|hyperthyroid*|toxic goit*
generalised anx: anxiety|anxious ~ disorder|illness|condition|case of ; nervous disorder|worry disorder|gad
depress: depress*|melanchol* ; breakdown|clinical
bipolar: bipolar|manic*|mania|hypomani*
adjustment: adjustment|breakdown|burnout|burn out|burnt out ; stress|grief ~ reaction|shock
abscess|boil|furunc: abscess*|boil|boils|carbuncle*|furuncle* ; pus|poison ~ pocket|collect*|build*|ball|bag|trapped
dental absc: abscess* ; root|tooth|nerve|jaw ~ infect*|pus|poison*|rotten|inflam*|dead|died
caries: caries|cavit*|decay* ; tooth|teeth|hole ~ rot*|decay*|cavity|drill|bad|bacteria|sugar
pulpitis: nerve ~ inflam*|tooth
periodont: periodont*|parodont*|pyorrh* ; gum* ~ disease*|infect*|inflam*|bone|recede ; bone ~ jaw|teeth ~ loss|going|shrink*
gingiv: gingivi* ; gum* ~ disease*|infect*|inflam*
calculus|tartar: tartar|calculus|plaque|scale|limescale
stomatitis|aphth: aphth*|canker*|stomatitis|thrush|ulcer*
herpes simplex: herpes|cold sore*|fever blister*
meni.re: meniere*|menieres ; ear ~ fluid|pressure|water
vestibular|labyrinth: labyrinth*|neuritis|neuronitis|vestibular ; balance ~ nerve|organ ~ inflam*|infect*|virus ; inner ear|balance nerve ~ inflam*|infect*|virus
positional vertigo: crystal*|grit|stone*|pebble* ~ ear|loose|moved|canal ; positional|bppv
stroke|cerebral infarct: stroke*|cva|tia ; clot*|vessel*|artery|block*|blood ~ brain ; bleed*|blood ~ brain
orthostatic|postural hypot: hypotension|postural ; pressure ~ drop*|fall*|falls|low|crash*|sinks|plummet*
vasovagal: vasovagal|vagal ; simple faint|common faint
anaemi: anaemi*|anemi* ; iron ~ low|lack*|short|deficien*|run out|not enough|need ; blood ~ thin|weak|iron|not enough
diabet: diabet* ; sugar ~ high|up|blood|disease|too much|through the roof|trouble|got
cystitis: cystitis|uti|water infection|urine infection|urinary infection|waterworks infection ; bladder|urine|water|waterworks ~ infect*|inflam*|bug|germ*|bacteria
urethritis|chlamyd: chlamydia|gonorrh*|clap|std|sti|vd ; sexual*|sex ~ disease|infect*|transmitted|caught ; pipe|tube ~ infect*|inflam*
prostatic|prostatism: prostate ~ enlarg*|big|swoll*|large|grown|press*|squeez*|trouble
overactive bladder: overactive|irritable|incontinen* ; bladder ~ overactive|irritable|jumpy|twitchy|weak|nervous|spasm*
thrush|candid: thrush|candida*|yeast|fung*
acne: acne
herpes: herpes
vitiligo: vitiligo|pigment* ; skin ~ losing|lost ~ colour|pigment
warts|verruca: wart*|verruca*|hpv|papilloma
molluscum: mollusc*|water wart*|dell wart*
lichen planus: lichen
lichen simplex|chronic lichen: lichen|neurodermatitis
keratosis pilaris: keratosis|pilaris|chicken skin
actinic|solar kerat: actinic|keratos*|precancer* ; sun ~ damage*
cellulitis|erysipelas: cellulitis|erysipelas|blood poisoning ; skin|leg ~ infect*|bacteria|germ*
paronychia|whitlow: paronychia|whitlow|felon ; nail|finger ~ infect*|pus|germ*|bacteria|septic
ingrown|ingrowing: ingrow*|ingrown ; nail ~ growing|grown|dig* ~ skin|flesh|in|into
onycholysis: onycholysis ; nail* ~ detach*|separat*|lift* ~ bed
nail dystrophy|brittle nail: dystroph*|brittle nail*
`;

export interface LayCause {
  readonly truth: RegExp;
  /** Each a list of groups that must all be met near one another. */
  readonly groups: readonly (readonly RegExp[])[];
}

const wordsOf = (text: string) => text.trim().replaceAll('*', "[\\p{L}']*").replace(/ /g, '\\s+');

export const layCauses: readonly LayCause[] = causes
  .trim()
  .split('\n')
  .map((line) => {
    const [, truth = '', rest = ''] = /^(.*?): (.*)$/.exec(line) ?? [];
    const groups = rest.split(';').map((cause) =>
      cause.split('~').map((group) => {
        const words = group.split('|').map(wordsOf);
        return new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'gu');
      }),
    );
    return { truth: new RegExp(truth), groups };
  });
