package broadsheet.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingVariantsTest {

    @ParameterizedTest
    @CsvSource({"organisation, organization", "organisations, organizations", "organised, organized",
            "organising, organizing", "organisers, organizers", "labour, labor", "labourers, laborers",
            "defence, defense", "offence, offense", "programme, program", "programmes, programs", "travelled, traveled",
            "travelling, traveling", "travellers, travelers", "cancelled, canceled", "colour, color",
            "colourful, colorful", "centre, center", "centres, centers", "theatre, theater", "kilometres, kilometers",
            "metre, meter", "grey, gray", "catalogue, catalog", "dialogue, dialog", "analyse, analyze",
            "analysed, analyzed", "paralysed, paralyzed", "favourite, favorite", "neighbourhood, neighborhood",
            "honourable, honorable", "licence, license", "practise, practice", "jewellery, jewelry",
            "aluminium, aluminum", "aeroplane, airplane", "manoeuvre, maneuver", "paediatric, pediatric",
            "haemorrhage, hemorrhage", "anaesthetic, anesthetic", "oestrogen, estrogen", "foetus, fetus",
            "archaeology, archeology", "encyclopaedia, encyclopedia", "tumour, tumor", "plough, plow", "mould, mold",
            "sceptic, skeptic", "tyre, tire", "fulfil, fulfill", "enrol, enroll", "skilful, skillful",
            "instalment, installment", "judgement, judgment", "ageing, aging", "moustache, mustache",
            "pyjamas, pajamas", "sulphur, sulfur", "artefact, artifact", "sheikh, sheik", "maths, math",
            "whisky, whiskey", "cosy, cozy", "counsellor, counselor", "signalled, signaled",
            "privatisation, privatization",
            "recognise, recognize", "harbour, harbor", "rumours, rumors", "saviour, savior", "armoured, armored",
            "odour, odor", "vigour, vigor", "litre, liter", "fibre, fiber", "sabre, saber", "adviser, advisor",
            "enquiry, inquiry", "gaol, jail", "draughtsman, draftsman", "moslem, muslim", "homoeopathy, homeopathy"})
    void britishAndAmericanSpellingsFindEachOther(String british, String american) {
        assertTrue(SpellingVariants.of(british).contains(american),
                () -> british + ": " + SpellingVariants.of(british));
        assertTrue(SpellingVariants.of(american).contains(british),
                () -> american + ": " + SpellingVariants.of(american));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "cheque", "story", "storey", "curb", "kerb", "draft", "draught", "prize", "prise",
            "bark", "barque", "ton", "tonne", "insure", "ensure", "desert", "dessert", "principal", "principle",
            "council",
            "counsel", "advice", "advise", "advertise", "exercise", "surprise", "promise", "size", "hour", "four",
            "tour",
            "court", "hale", "shed", "halo", "lass", "matt", "mat", "then", "government", "revise", "rise", "wise",
            "compromise", "pore", "pour", "troop", "troupe", "board", "bored", "canvas", "canvass", "further",
            "farther"})
    void wordsWithAnotherSenseHaveNoVariant(String word) {
        assertEquals(List.of(), SpellingVariants.of(word));
    }

    @Test
    void capitalsMakeNoDifference() {
        assertEquals(List.of("labor"), SpellingVariants.of("Labour"));
        assertEquals(List.of("organization"), SpellingVariants.of("ORGANISATION"));
    }

    @Test
    void aWordIsNotItsOwnVariant() {
        assertEquals(List.of("maneuver", "manoeuver"), SpellingVariants.of("manoeuvre"));
    }
}
