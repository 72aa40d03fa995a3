/**
 * Words of everyday English that stand a letter or two from a word of the vocabulary and are none of its misspellings:
 * "launch" is no lunch, "chess" no chest, "caves" are no calves.
 */
export const otherWords = `abide accent acres actor actors adapted addition aerial amour ample amuse amused analysts aptitude arose artistic
   ashes asses assets assumed atomic attitude auction award awoke babes backer backing baggy bakery ballet banker
   banking banks banned barbecue barge barging barley barrel barren basin batter battle battles beaming beams beard
   beast beasts bedside beeps beets berth biased bidding biker bikini bilge biologist bitches bland blanket blares
   blaring blaze blazes blazing bleach bleak bleep blend blockade blockhead bloke blond bloom bombs bondage boner
   bonus booby booty bores boring braid brainy brake brakes brass brats breed breeding breeds bride brink broker brood
   broth brothel brunch bucking bucks budge buggers buggy bugle bulbs bummer buried burner burying bushes busting
   busts butler caddy caller callous cancel candid carnal carrier carton carve carved carving cashing castle catcher
   catchy caves cease cellar cello champ champs chant chanting chapter charged charges charging charity charm charter
   cheat checker cheeky cheesy chess chick chicks chili chimps chipper choir chopped chopper chops chords chorus
   chumps chunk clamp clamps clams clang clanging clarinet clash clasp classy clattering clause cleaver clink clinking
   clocks clone cloned cloning closet clover clown cluck clutches clutter coastal cocked colony comedy comet comic
   commando commandos commend committee compete complimentary concert concerts concession concur condo condos conduit
   cones conform conned constructed contend contest contests contraption convent cooling copper copying corned coroner
   costing costs courting courts covert covet crabs cracker crammed crank crapper crappy craps crate craze creates
   creating creative creator crepe crept crest crews crimes croak crock crunchy cubicle cunts cured cures curing curse
   cursed darling debts decaf deceased decoy decree defeat defeats defendants defense defenses defied delicious
   demeaning denial denied despise detention deviant dialing diary dicks dimes diner dining dinky discard dismal ditty
   diver divine doable doggy doubted doubting doves drafted dreamt dreamy dresser drifter drove drums ducats ducks
   ducky dumpling duress eager elect elected elections employee enemy envoy erased eternal ether ethic exiting faction
   factory facts famed farce farmer fasten fatal fates fatter faulty faxed fences ferry fiend filly finder finer firms
   flame flames flaming flashy flask flatter flattering flawed flaws flies fling flock flour fluke flunk folly fooled
   fooling fools forged format freaky freed freezer freight friction frolic frown froze fruity frying funding funky
   gallows gambler gander gaping garde garter gauge gentry gents giggles girly gloom gloss goats goofy graces grader
   graders grain granting grasp greater greed grinning groan groovy groping grovel groves guests guile gulls halls
   hallway halves hamper handler handy hanger heading hearse hearty heater heaven heavens heirs helper herds heroic
   hippy hires hiring hisself hitter holder holler holster homey honky hooey horde hordes horsey hoses hovering hunky
   hunted hunting hunts hussy hypnotist incense inches infernal infested interfered interval intro invent invented
   invention inventor invested inviting joins jolly juicy kicker kings kinks knack lambs lament lanes latest latter
   launch lawyer lawyers leaping leaps learner lease leased ledge lending lessons lever liability licence licked
   licking licks lighten limbo linen linens liner linger litter liven livery locket loner lookee looker looky loops
   looting loser louse loveliness lover loyal lumber lyric lyrics maker makers manger maniac manor markets master
   mater material mates mating medal medals meddle meditation melting mended mercy meteor mighty mikes mines misled
   missus mistaken mitts mixer modem monkey moors moping motel moths mound mourning movers muffler mules multiply
   naive naval neatly needy nerds neutral newer nicked ninny nippy nitrate nonny noose novel novice olden outlive
   overhear overheard oversight overslept packet packets pager pairs palace palaces palate pally pansy panties panty
   pardner parlor partly pasta pastry pasture patent pawns peace pears peeping penal peppers perch peril persona petal
   petty phoney phony phrase picket pickle pickled pines pining pissed pitcher plague plaid planet planets plank
   planner platter pleaded plunged plural pointer poker poles polls ponder ports posed poses posing postal potion
   pouting practise prayer praying prays preach precious presenting property prose prosecution prosper proverb proving
   prowess prude prying psycho punchy purity purse purses pusher quack qualify quitter quote rabbi rabid racial racks
   radical raided raids rained rains raising rally ransom ranting rapture ration raving reader realist recital refuge
   regain regained regal relay remainder remote render rental renting repaid repent repressed repression resent resort
   retail revel reverence revive rewarding ridden rigged rigging righty riots roach roaming robbed robber robbery
   robbing robots roles roller roost roped rotting rubies rudder ruining ruler saber sable sacks sacred sailed sailing
   sakes sales saloon salvation sappy satin saving scams scarce scarf scent scold scolded scones scoop scooped scoot
   scorn scout scouting scram scrap scraps sealed sealing seams sedated seeds seeking seeks sells sensor sensors
   server sewing shack shadowy shady shaft shafts shaken shaker shall shame shamed shark sharks shears sheep sheer
   shell shelling shells shimmy shite shook shooter shores shorten shove shoved shoving shred shrieking shrine shutter
   sighs silky simmer simpler singular sinner sitter sixes skate skimming skinny skirt skirts slack slacks slain
   slammed slammer slams slang slash slate slave slaying sleek sleeper slice slices slicing slick slinky slipper slots
   slumming slump smelt snake snakes sneak sneaking sniff snippy snitch snoop snooping snout snuck soaring sonar sorta
   spades spanked sparring spatter spear specs speedy spies spilt spiral spite splat spook spotter spout sprung squad
   squares squaw squeal squish stake staked stakes staking stale stalk stall stampede stapler starter stash static
   stations stats statute stead steak steaks steamy steep stems stiffed stinger stingy stole stomp stomped stomping
   stormed storms stormy stout strangest strangle straw stray strayed strays stretcher stride strife string strings
   strive strung studios studs stunk stunt stunts sturdy suave suction suing sulking superb surfer swamped swans swear
   swearing swears sweep sweeping sweeps sweeter swept swift swill swine swoop swore sworn swung taker takers tales
   taller tamed tampered tangle tanker tardy tasty taxes teaches tenth tents testy theater theme thine thingy thinker
   thinkers thong thorough threat tides tiles timer timid tinkle tinkles token tolling toner tongs touchy tougher
   towers towing tracer trader trail trailing trails trainee transferring transmitter trash tread treaty triad tricky
   tripe trois trough truce tying tyres unbeatable unity untie vague vials vocation vulgar wager wages wailing wails
   waiter waiters washer weaving weirdo wench whale wheat whimpers whirring whiskers whisky wholly widen wildly wiles
   winner wiser witch withdrew wives workmen worshipped worthy wretch wretched writer wrote yearn`;
