/**
 * English words whose forms no rule makes of one another: on each line one that is listed, and its other forms.
 * `src/search/latin.rs` reads the same lines.
 */

const LINES = `
become became
begin began begun
blow blew blown
break broke broken
bring brought
build built
buy bought
catch caught
child children
choose chose chosen
come came
deal dealt
draw drew drawn
drive drove driven
fall fell fallen
feel felt
feed fed
find found
foot feet
forget forgot forgotten
get got gotten
give gave given
go goes went gone
grow grew grown
hear heard
hold held
keep kept
know knew known
lead led
lend lent
lose lost
make made
man men
mean meant
meet met
overcome overcame
pay paid
person people
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
show shown
speak spoke spoken
spend spent
stand stood
take took taken
teach taught
tell told
think thought
understand understood
undertake undertook undertaken
wear wore worn
win won
woman women
write wrote written
analysis analyses
crisis crises
defence defense
licence license
`;

/** @type {Map<string, string>} from a form to the word that is listed */
export const LISTED = new Map(
  LINES.trim().split("\n").flatMap((line) => {
    const [listed, ...forms] = line.split(" ");
    return forms.map((form) => [form, listed]);
  }),
);
