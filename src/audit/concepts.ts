import { rememberedByText } from '../base/remembered.ts';

/**
 * What people keep to themselves and how they put it: subjects, each with the words that touch on it. Two people who speak
 * of one thing in different words share the subject. `!` marks a subject that tells enough by itself.
 */
const subjects = `
death: die|dies|died|dying|dead|death|killed|killing|passed away|never woke|not wake|drop dead|finished him|finished her|lost her|lost him|buried|funeral|widow*|late wife|late husband|ended like|end like|end as|went like|go like|go that way|going the same|end up like|ending the same|ending like|his end|her end|do not want to go
!suicide: not wake up|not to wake|not waking|never waking|not waking up|end it all|end my life|end it|better off without me|better off dead|kill myself|do away with myself|not be here|not be around|not wanting to live|clinics abroad|gun cupboard|no point in living
blindness: blind|blindness|lose my sight|losing my sight|lost her sight|lost his sight|never see again|lose my eyes|not see any more
!drowning: drown*|filled up with water|own water
!anaesthetic: anaesthetic*|anesthetic*|anaesthesia|put to sleep|being put under|put me under|going under|put out|narcosis|sent to sleep|knocked out for it
cancer: cancer*|growth|tumour*|tumor*|leukaemia|leukemia|malignan*|lymph*|in his blood|of his blood|something growing
mind: losing my mind|losing my marbles|going mad|lose my mind|senile|dementia|going dotty|going gaga|losing it|forgot my name|not right in the head|lost her mind|losing my wits|going soft in the head
!muddled: mixed up|muddled|talking to my late|talking to my dead|chatting with my|chatting to my|nattering away|spoke to my late|confused|rambling|speaking with my dead|saw my dead|wandering in my mind|talking rubbish|not making sense
burden: burden|millstone|in their way|be looked after|nursing home|put me in a home|into a home
licence: licence|license|driving ban|off the road|pull my|ban me
!shame: ashamed|shame|embarrass*|mortified|blush to say|sink into the floor|sunk into the floor|hate to say|do not like to say|not like to mention|hardly dare
job loss: sack*|fired|lose my job|lose the job|losing my job|lose my place|throw me out|get rid of me|give up nursing|give up my work|give it up|out of work|off the job|stop working|give up my trade|kick me out
money: rent|loan|mortgage|debt*|money|afford|pay for|lose the house|savings|broke|owe*
!drinking: beer|beers|wine|whisky|whiskey|vodka|gin|brandy|rum|schnapps|spirits|pints|pint|booze|boozing|drinking|drinks|drink|bottle of red|bottle of white|bottle a night|tipple|cans|sherry|liquor|the bottle|nightcap
suspected drinker: think i drink|asked me if i drink|whether i drink|if i drink|drink problem|smell drink|drinker|drunkard|alcoholic
!smoking: smoke|smokes|smoking|cigarette*|cigs|ciggies|fag|fags|vape|vaping|tobacco|pack a day|packet a day|roll ups|light up|puff|puffs
!drugs: weed|cannabis|joint|joints|bong|coke|cocaine|speed|lines|snort*|heroin|pills at|ecstasy|stoned|high on|steroids|testosterone|inject|injected|needles
!bedroom: bedroom|in bed with|erection*|get it up|stand up any more|stood up|stands up|manhood|sex|sexual*|make love|making love|slept with|sleep with|intimate|blue pills|impoten*|perform|one night stand
!new partner: someone new|somebody new|met someone|new man|new woman|new bloke|new boyfriend|new girlfriend|affair|behind his back|behind her back|cheat*|not my husband|not my wife|seeing someone|other men|other women|men friends|condom*|unprotected|nothing with us
undressing: undress*|naked|take my clothes off|see my skin|see me without|lights off|lights out|with the light on
!private parts: groin|between the buttocks|between my legs|down below|down there|private part*|privates|crown jewels|family jewels|willy|penis|crotch|backside|buttocks|on the end of it|vagina*
!wetting: wet myself|wetting|pads|pad|wet the seat|leak*|accident|puddle|near miss
!bleeding below: blood|bleeding|bloody|red streaks|streaks of red|red in it|red in the pan|bright red
!bad breath: my breath|bad breath|mouth stinks|mouth smells|breath stinks|breath smells|smell from my mouth|smell in my mouth|stinking breath|turns her head away|turns away when|reek*|stink*|foul
!therapy: shrink|therap*|counsell*|psychiatr*|psycholog*|saw someone|see someone|seen someone|saw somebody|see somebody|talked to someone|head doctor|mental hospital
nerves: nerves|worked up|breakdown|nervous|panicked|panic|anxious|anxiety|overwrought
baby: baby|unborn|bump|pregnant|expecting|pregnancy|little one|little man|little boy|little girl|little fellow|newborn|toddler|hold him|held him|hold her|pick him up|pick her up|pick up my|cuddle*|in my arms
catching: catch*|give it|gave it|giving it|what it does to|hurt the|harm the|caught|infect*|pass it on|passed it on|gets it from me|give it to|gave it to|contagious|from me|off me
partner: girlfriend|boyfriend|fiancée|fiancé|wife|missus|husband|hubby|partner|other half|my man|my lady|my girl|my fella|my bloke
pets: kitten*|cat|cats|dog|rehome|give them away|get rid of them|animal shelter
heartbroken: break her heart|break his heart|broken hearted|heartbroken|devastat*|inconsolable
hospital: keep me here|keep me in|hospital|admit*|stay in|drip|ward
care: look after|looks after|care for|see to|feed him|feed her|left alone|on his own|on her own|count the change|add up|can not cope
!grief: lost my wife|lost my husband|wife died|husband died|since she died|since he died|since jean|widow*|buried my|buried her|buried him|since the funeral|house is empty|house has been empty|my late wife died|not been right since|bereave*
terror: hardly dare|dare not|worry|worries|worried|worrying|in case|panicky|terrif*|frighten*|scared|scares|fear*|afraid|dread*|haunts|lie awake|can not stop thinking|can not get it out|nightmare*|petrified|horror
brooding: think of|think about|thinking of|thinking about|keep thinking|on my mind|not a day goes by|every day|counting|get it out|stop thinking|lie awake|awake at night|turn it over|turning it over|haunts|head full of
left behind: without me|grow up without|orphan*|leave them|leave him|leave her|get home|not come home|never see|be there for|not be there|see him grow|see her grow|bring them up
doom: this was it|last minute|last hour|number was up|my end|dying there|drop dead|goodbye|said my prayers
!stopped medicine: leaving it out|stopped them|stopped taking|stopped it|skip*|skip them|left out|leaving out|leave out the|been leaving|missing doses|every other tablet|half of them down the|leave out|not take them|not taking|binned|threw them|flushed|not bothered with|have not bothered|have not touched the insulin|given up the insulin|without the insulin
borrowed medicine: his tablets|her tablets|wife tablets|from the internet|on the internet|online|ordered|leftover|left over|from a guy|from a friend|off the shelf|two chemists|borrowed
insulin: insulin|needle|jab|jabs
!violence: hit|hits|punch*|slap*|threw things|throws things|shout*|throat|chok*|pushed me|pushed her|shov*|thrown against|gripped|grab*|took hold of|rough with|hurt her|hurt him|hands on me|hand on me|bruise*|violent|fist through
!will: my will|a will|last will|testament|affairs in order
!sleeping pill: sleeping pill*|sleeping tablet*|sedative*|diazepam|valium|temazepam|something to make her sleep|something to make him sleep
!tablets of others: his tablets|her tablets|his pills|her pills|wife codeine|wife tablets|husband tablets|mother tablets|mother drops|mum drops|sister tablets|sister antibiotic|leftover*|left over|co codamol|codeine|naproxen|one of mine|my own pills|my own tablets
!with men: gay|with men|man to man|tutors|he is married|a married man|ex of my|flatmate ex
!infection of love: hiv|aids|syphilis|clinic for|tested for
!gun: gun|guns|shotgun|rifle
!spirit: spirit|moonshine|half a litre|home made stuff
!thorn: thorn|rose bush|roses
!shaking: teeth rattl*|teeth chatter*|rattling|chatter*|shiver*|shaking in bed
!hospital refused: stay in hospital|go into hospital|into a ward|on a ward|not come home|never come home|not come out|never came out|shan not come home
!staying in: gave up the choir|given up the choir|gave up the cinema|stopped going|do not go out|not been out|stay away from|excuse not to
!unwashed: not had a bath|stuck in the bath|stuck in it|not washed
!test refused: test kit|skipped my check*|skipped my last|missed my check*|put off the|never rang back|did not ring back|two letters
!tube: in the tube|tubal|ectopic
!runs: the runs|eight times|loose stools|to the toilet eight
!jabs missed: missed them|missed his jabs|missed her jabs|had none|not had his jabs|malaria tablets
!second dose: second tablet|second water tablet|two water tablets|double*|twice as many|extra tablet
crying: cry|cries|crying|cried|tears|weep*|wept|sob*
machine: machine|ventilator|tubes|kept alive|life support|breathing machine
staff: short of staff|short staffed|not enough of us|two on at night|all at once|straight up|all together|in one go
!compulsion: feels right|over and over|again and again|can not stop myself|makes no sense|have to check|check the|wash and wash|have to wash|starts counting|started counting|count my|ritual*
washing: wash*|basin|scrub*|soap|hand gel|sink
!not eating: skipped lunch|skipped breakfast|skipping meals|not a crumb|starv*|fit into|zip up|crash diet|diet pills|squeeze into
!overdue: overdue|days late|weeks late|missed my period|missed a period|might be pregnant|could be pregnant|may be pregnant|period is late|period late
weight: thin|thinner|weight|skinny|belt|skirts|bony|wasting
looks: ugly|mirror|close ups|vain|photos|photograph*|camera|casting|scars|hide my face|hide my hands|hiding my|cover it up|coat on|long sleeves|show my
talk of people: people think|they think|folk think|they say|whisper*|stare*|staring|point at|edge away|edge back|pulled his hand|pulled her hand|move away|asked me if|asked whether|take me for|never wash*|do not wash|dirty|filthy|disease
driving: drive|driving|drove|van|motorway|behind the wheel|at the wheel|hard shoulder|ditch
lying: lied|lie about|told my boss|told them it was|told her it|told him it|made up|pretend*|cover for|excuse*|tell them i
!nail habit: bite my nails|biting my nails|bite them|gnaw*|pick at|picking at|pick my|tear bits|razor blade|dug the corner
read online: read online|googled|google|internet|looked it up|leaflet
ladder: ladder|roof
age: age|as old as|years old|turn fifty|birthday|his age|her age|the age
same fate: same way|just like|started like|began like|began this way|began just|same as him|same as her|just as with|like him|like her|what he had|what she had|like my|follow him|follow her
mother: mother|mum|mom|mam
father: father|dad|daddy|old man
brother: brother
sister: sister
aunt: aunt|auntie
uncle: uncle
friend: friend|mate
daughter: daughter|little girl|my girl
son: son|my boy
husband: husband|hubby
wife: wife|missus|the other half
mother-in-law: mother in law|husband mother|mother of my husband
colleague: colleague|workmate|man i worked with
`;

/** Asks the doctor to keep it quiet. */
export const secrecy =
  /\b(?:(?:do|must|should|need|can|could|will) not (?:\w+ )?(?:tell|hear|write|put (?:it|that))|(?:must|should|need|can) not (?:\w+ )?(?:know|find out)|not say (?:a word|anything)|not a word|keep (?:it|that|this) (?:from|to yourself|quiet|secret|between)|(?:has|have|had|is) no idea|knows? (?:nothing|not a thing)|hid|hidden|hiding|would be angry|scold|between (?:you and me|us|ourselves)|not told (?:a soul|anyone|anybody|my|him|her|them|the)|nobody knows|no one knows|does not know|do not know about|thinks? i (?:have )?(?:stopped|gave up|given up|quit)|behind (?:his|her|their) back|my (?:little )?secret|hide it|hiding it|hidden it|to my shame|i confess|confess|if i am (?:quite |really )?honest|to tell you the truth|truth be told|(?:nobody|no one) (?:\w+ )*(?:is to|must|can|may) know|would (?:kill|murder|skin|disown) me|would go mad|not dared?|not (?:say|said|breathed) a word|know (?:it was|it is|i am) (?:silly|stupid|wrong)|really should not)\b/;

export interface Subject {
  readonly name: string;
  readonly pattern: RegExp;
  readonly isTelling: boolean;
}

const subjectsOfTalk: readonly Subject[] = subjects
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', words = ''] = line.split(': ');
    const pattern = words.replaceAll('*', '\\w*').replaceAll(' ', '\\s+');
    return {
      name: name.replace('!', ''),
      pattern: new RegExp(`\\b(?:${pattern})\\b`),
      isTelling: name.startsWith('!'),
    };
  });

/** What a plain text touches on. */
export const subjectsIn = rememberedByText(
  20_000,
  (text): ReadonlySet<Subject> => new Set(subjectsOfTalk.filter(({ pattern }) => pattern.test(text))),
);
