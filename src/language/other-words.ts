/**
 * Words of everyday English that stand a letter or two from a word of the vocabulary and are none of its misspellings:
 * "launch" is no lunch, "chess" no chest, "caves" are no calves.
 */
export const otherWords = `abide abode abound academia accent acres actor actors adapted addition aerial aesthetic aesthetics agility aground
   alight ambient amour ample amuse amused analysts angler anklet annul anvil aptitude arenas arose artistic ashes
   askew asses assets assumed atomic atrium atter attitude auction auctions auditor avert award awoke babes backer
   backing badder baggy baiting bakery ballet ballsy bally banal banger banked banker banking banks banned barbecue
   barge barged barging barley barrel barren basin basking batter battle battles battling bauble beaker beaks
   beaming beams beard beast beasts beater bedside beefs beeps beets begat bello bellow berth bettor biased bidding
   biker bikini bilge billet biologist bitches blacken blacker bland blanket blare blares blaring blaze blazes
   blazing bleach bleaching bleak bleating bleep bleeping bleeps blend blending blends blight blithering blobs
   blockade blockhead bloke blond blonds bloom blooms blotted blotting bluer blurb boarder boarders boars bolder
   bolster bombs bondage boner bonus booby boosted booty boozer bores boring bower braid brainy brake brakes braking
   branching brass brats braves brawn breadth breech breed breeding breeds bride brides bridle brine brink broach
   broker brood broth brothel brothels brows brunch brunt bucked bucking bucks budge buggers buggy bugle bulbs
   bullring bumble bummer bungee bungled burbs buried burner burners burrow burying bushes busses busting busts
   butler buttery cabal cabby cabled cackle cackles cackling caddy cafes caller callous cancel cancels candid capes
   carnal carny carrier carton carve carved carving carvings cashing castle catcher catchy caves caving cawing cease
   ceases cellar cellars cello champ champs changer chant chanted chanting chapter charged charges charging charity
   charm charter chatted chattel cheat checker cheeky cheesy chess chick chicks chili chimps chipper chlorine
   chocolatey choir choker chopped chopper chops chords chorus chumps chunk clack clacking clamp clamped clamps
   clams clang clanging clans clarinet clash clasp classy clatter clattering clause clauses cleanly cleat cleaver
   clich clinch clink clinking clocking clocks clone cloned cloning closet clove clover clown clowns cluck clucking
   clung clutches clutter cluttered coastal coasting cocked cocking coeds collage collard collusion colony colts
   comedy comer comers comet comets comic commando commandos commend committee commuted commuter compadre compete
   competed complimentary concepts concert concerts concession concessions conch concur condo condos conducive
   conduit cones conform conned constructed constructing contend contest contests contraption contraptions convent
   converts cooch cooling cooties copper copping copying corked corned cornmeal coroner costar costing costs
   counties coupe courted courting courts coven covert covet coveted cower crabs cracker crammed cramming crank
   cranked cranking cranny crapped crapper crapping crappy craps crass crate craze creates creating creative creator
   crepe crepes crept crest crews crier crimes crimp crises crisps croak croaked croaks crock croon crouching
   crunchy cubicle cubicles cunts cured cures curing curse cursed curses cussing darling deadliest debts decaf
   deceased decoy decree defeat defeats defendants defends defense defenses defied defiled deflect deflection
   delicious demeaning denial denied deportment derivation derive desecrate despise detention deterrent deviant
   devise dialing diary dicey dicing dicks diluted dimes diner dining dinky dippy discard dismal dissension ditty
   diver divine divorcee doable doggy doily doling dotes doting doubly doubted doubting doves downy drafted drafting
   drafts dreamt dreamy dregs dresser dressy drier drifter drivel droll droning dropper drove drums drunker ducats
   ducks ducky dumpling dumpy duress dusky eager earls easel elect elected elections employee enemy enraged envoy
   erased erases eternal ether ethic excelled executing exiting exorcise extremist facet facets faction facto
   factory facts faggy famed familia farce fared fares farmer farthing fasten fatal fated fates fattening fatter
   faulty faxed faxes feats feeder feint fences ferry feuding ficus fiend fiends filler fillet filly filtering
   finder finer firmer firms fiver fixer flailing flame flames flaming flasher flashy flask flatter flattering
   flawed flaws flayed flees fleshy flied flies flighty fling flitting flock flogging flour fluke flunk flurry folly
   fonder fooled fooling fools forged forger format forte forts freaky freed freezer freight friction frizzy froggy
   frolic frown froze fruity frying fueling fuels funding funky gabbing gallows gambler gander ganging gaping garde
   gargle garter gases gassing gauge gavel genies gentry gents giggles gimpy girly glade glassy globes globs gloom
   gloss goats gofer goodly goofy graced graces grader graders grain granting graphs grasp grasping grassy gravest
   greaser greater greed grinning grins groan groovy groped groping grouch grout grovel groves grump grunge guests
   guile gulls guppy hails halls hallway halter halves hamper handler handy hanger harping harpy hater hatter header
   heading heady heaped heaps hearse hearth hearty heater heaven heavens heirs helper hemming herded herds heretic
   heroic heron hippy hires hiring hisself hitter hocks hokey holder holier holler holster homey honed honing honky
   hooey hooter horde hordes horsey horsy hoses hosing hovering hugger hunker hunky hunted hunting hunts hurtling
   hussy hypnotist hypothermic impart impeding impunity incense inches inducted infer infernal infested infraction
   insomniac integration intensify inter interfered interval intro invent invented invention inventor inventors
   invested inviting jeweller joins joists jolly juicer juicy kicker kings kinks knack knell knocker laces lading
   lager lambs lament lanes latest lather latter launch lawyer lawyering lawyers leafy leaped leaping leaps learner
   lease leased leases leashes leasing ledge legions lending lengthy lessons levee lever levers liability licence
   licked licking licks lifer lifter lighten lightening likin limbo limes limos linen linens liner liners linger
   litter littler liven livery livid loaning locket lodger lofty loner lookee looker looky looming looms loons
   looped looping loops looted looting loser louse loveliness lover loyal lumber lusting lyric lyrical lyrics maker
   makers malted manger maniac manor markets master mated mater material mates mating matte medal medals meddle
   meddled mediation meditation melting memorise menage mended menial meowing merch mercy meteor metre midlife
   mighty migrant mikes mimes mines minted minty minuet mired misled missis missus mistaken mists mitts mixer modem
   momento monkey monotony mooing moors moose moped mopey moping mosey motel moths mound mourning mousse mousy mover
   movers muffler mules multiplex multiply mussed musty mutter myopic naive narco nationalist natty naturel naval
   neatly needy nerds neutral newer nicht nicked ninny nippy nitrate nitrates nonny noose normalcy novel novice
   nudes olden outdoorsy outlive overhear overheard overlay oversight overslept overtly packet packets paella pager
   pairs palace palaces palate pally pamper pansy panties panty paranoiac paraplegic pardner parlor partly pasta
   pastry pasture patent patents patted patter patties patting pauper paving pawing pawns peace peacemaker pears
   pecked pecking pecks peeler peeped peeping peeps peeved penal peppers perch perched peril persona pessimist pesto
   petal petty phaser phoney phony photon photons phrase picker picket picketing pickle pickled piers pikes pines
   pings pining pissed pitcher pitied plague plagues plaid plait planet planets plank planks planner planter
   planters platter platters playa pleaded pleas plopped plucky plunged plural plying poach pointer poker poles
   polled polling polls ponder ponds popes poppet ports posed poser posers poses posing postal potion pouting pouty
   practise prayer praying prays preach precious presenter presenting preys priced primate primates priss prong
   property prose prosecution prosper prostrate protested proverb proving prowess prude prying psalms psycho pubes
   pulley puncher punchy purity purring purse purses pusher quack qualify quilt quirk quitter quote rabbi rabbis
   rabid racial racking racks radical rafting raided raids rained rains raiser raising raked raking rally rammed
   ransom ranting rapped rapture raring ration ratting rattler ratty raves raving reader realism realist reaped
   reaping rebate recant recast recital recuse redial reelection refuge refute regain regained regains regal rehired
   relay relayed relaying relent remainder remote render rental renting repaid repent repressed repression rescuer
   resection resent resin resort resorted resounding retail retort revel reverence revive reviving rewarding ridden
   riders rigged rigging rightly righty rinds riots rivets roach roaming roams robbed robber robbery robbing robots
   roles roller roomy roost roped ropes rotted rotting roust routing roving rubdown rubes rubies rubles rudder
   ruining ruler rulers runes rusted rusting saber sable sacks sacred sages saggy sailed sailing sakes sales saloon
   salvation sampler sappy satin saving scads scalper scams scant scarce scarf scarves scent scents scold scolded
   scone scones scoop scooped scooper scooping scoot scorer scorn scorns scout scouting scram scrap scraps screener
   scrip scuff scuffle sealed sealing seamen seams searing sedated seeds seeking seeks seers sells sensor sensors
   server sewing shack shacking shacks shadowy shady shaft shafts shaken shaker shakers shall shame shamed shaming
   shard shark sharks shaver shear sheared shears sheep sheer shell shelled shelling shells shifter shifty shill
   shimmy shiner shirk shite shone shook shooter shores shorn shorten shove shoved shoving showy shrank shred
   shredding shriek shrieking shrine shtick shuck shutter sickly sifting sighed sighs silky simile simmer simpler
   singular sinker sinner sinning sired sitter sixes skate skated skeet skelter skeptic skiff skimmed skimming
   skinny skirt skirts skulk slabs slack slacking slacks slain slammed slammer slams slang slash slate slated slats
   slave slaved slaving slayed slaying sledding sleek sleeper sleet slice slices slicing slick slider slink slinky
   slipper sliver slobs slots slumming slump slung slurping sluts smarty smelt smite smock smoky smooch smote snags
   snake snaked snakes snare sneak sneaking sniff snippy snitch snitched snitches snoop snooping snooty snout
   snubbed snuck snuffed soapy soared soaring soars socialite socko sofas solos solver somber sonar sorta souffle
   souse spades spake spanked sparklers sparring spatter spear specs spectral speedy spelt spics spied spiel spies
   spilt spiral spite spitter splat spoof spook spool spores sporty spotter spout spouting sprang sprig sprint
   sprints sprung spuds squab squad squares squaw squeal squibs squish stake staked stakes staking stale stalk stall
   stampede stank stapler starlet starter stash static stations stats statute stave stead steak steaks steamy steely
   steep steeped stems steno stiffed stinger stingy stinko stint stirs stoked stole stomp stomped stomping stoners
   stopper storey storeys stormed storms stormy stout stowed straighter strainer strangest strangle strangles straw
   stray strayed strays stretcher stretchy stride strife string stringer stringing strings strive strobe strum
   strung stubble studios studs stunk stunt stunts sturdy suave suckling suction suing sulking superb supple surer
   surfer swagger swaggering swamped swans swapping swatch swear swearing swears sweep sweeping sweeps sweeter
   sweety swept swerved swift swill swine swinger swoop swooped swooping swore sworn swung tacks taker takers tales
   talky taller tamed taming tamper tampered tangle tanker tannins tardy tartan taster tasty tatoo taxes taxing
   teaches teaser teats tempo tempt tenner tenth tents tester testy texting texts thane theater theme theyre thicket
   thine thingy thinker thinkers thong thongs thorough thready threat thrice throes tides tiers tiles timer timers
   timid tinkle tinkles tinkling toasty token tolling tolls toner tongs toons topography topple toppled toting
   touchy tougher tought towers towing tracer tracers tracheotomy trader trail trailed trailers trailing trails
   trainee trainees transferring transmitter trash trashing tread treaty triad tricky tripe tripled trois troth
   trough truce tucks tunic turds tusks twine twisty twits twixt tying tykes typhus tyres unbeatable underlings
   unity untie usable vague vehicular vestibule vials vocation vulgar waders wading wafer wafers waged wager wagers
   wages waggle waging wailing wails waiter waiters waken wakened waning wankers wanking wares washer waver wavering
   weaves weaving weighty weirdo wench whacker whale wheat whimpers whinny whirring whisker whiskers whisky whiter
   whitest whittle whittling wholly whopping widen wielding wildly wiles winked winner wiper wipers wiser witch
   witches witching withdrew witless wives wooden wooed workmen workspace worshipped worthy woven wracked wreak
   wretch wretched writer wrote wrung yakking yearn yearns yelping zipped zipping zonked`;
