package broadsheet.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.ga.IrishLowerCaseFilter;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseStemFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.te.TeluguNormalizationFilter;
import org.apache.lucene.analysis.te.TeluguStemFilter;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.apache.lucene.util.IOUtils;

/**
 * How the words of one language are brought to their stems, and which of them are stop words. The chains are those of
 * Lucene's analyzers for each language without their stop filters (stop words are indexed, so that phrases find them);
 * English is stemmed by Snowball's English stemmer ("Porter2"), German by Snowball's, which knows the genitive
 * ({@code Kanzlers}), Portuguese by Orengo and Huyck's of 2001, which knows verbs, Polish and Ukrainian by dictionary.
 *
 * @param code BCP 47 primary subtag, part of the field names: {@code en}
 * @param stemming from a word as it stands in the text to its stem; takes and gives one token
 * @param stopWords in lower case; as the language's analyzer in Lucene has them
 */
public record Language(String code, UnaryOperator<TokenStream> stemming, Supplier<CharArraySet> stopWords) {

    private static final Map<String, Language> ALL = new HashMap<>();
    private static final CharArraySet FRENCH_ARTICLES = FrenchAnalyzer.DEFAULT_ARTICLES;
    private static final CharArraySet ITALIAN_ARTICLES = articles("c", "l", "all", "dall", "dell", "nell", "sull",
            "coll", "pell", "gl", "agl", "dagl", "degl", "negl", "sugl", "un", "m", "t", "s", "v", "d");
    private static final CharArraySet CATALAN_ARTICLES = articles("d", "l", "m", "n", "s", "t");
    private static final CharArraySet IRISH_ARTICLES = articles("d", "m", "b");

    static {
        // Texts of unknown language and of languages without a stemmer here: words as they are.
        add("xx", LowerCaseFilter::new, () -> CharArraySet.EMPTY_SET);
        add("ar", s -> new ArabicStemFilter(new ArabicNormalizationFilter(new LowerCaseFilter(s))),
                ArabicAnalyzer::getDefaultStopSet);
        add("bg", s -> new BulgarianStemFilter(new LowerCaseFilter(s)), BulgarianAnalyzer::getDefaultStopSet);
        add("bn", s -> new BengaliStemFilter(
                new BengaliNormalizationFilter(new IndicNormalizationFilter(new LowerCaseFilter(s)))),
                BengaliAnalyzer::getDefaultStopSet);
        add("ca", s -> snowball(new ElisionFilter(new LowerCaseFilter(s), CATALAN_ARTICLES), "Catalan"),
                CatalanAnalyzer::getDefaultStopSet);
        add("ckb", s -> new SoraniStemFilter(new SoraniNormalizationFilter(new LowerCaseFilter(s))),
                SoraniAnalyzer::getDefaultStopSet);
        add("cs", s -> new CzechStemFilter(new LowerCaseFilter(s)), CzechAnalyzer::getDefaultStopSet);
        add("da", "Danish", DanishAnalyzer::getDefaultStopSet);
        add("de", s -> snowball(new GermanNormalizationFilter(new LowerCaseFilter(s)), "German"),
                GermanAnalyzer::getDefaultStopSet);
        add("el", s -> new GreekStemFilter(new GreekLowerCaseFilter(s)), GreekAnalyzer::getDefaultStopSet);
        add("en", "English", Language::englishStopWords);
        add("es", s -> new SpanishLightStemFilter(new LowerCaseFilter(s)), SpanishAnalyzer::getDefaultStopSet);
        add("et", "Estonian", EstonianAnalyzer::getDefaultStopSet);
        add("eu", "Basque", BasqueAnalyzer::getDefaultStopSet);
        add("fa", s -> new PersianStemFilter(
                new PersianNormalizationFilter(new ArabicNormalizationFilter(new LowerCaseFilter(s)))),
                PersianAnalyzer::getDefaultStopSet);
        add("fi", "Finnish", FinnishAnalyzer::getDefaultStopSet);
        add("fr", s -> new FrenchLightStemFilter(new ElisionFilter(new LowerCaseFilter(s), FRENCH_ARTICLES)),
                FrenchAnalyzer::getDefaultStopSet);
        add("ga", s -> snowball(new ElisionFilter(new IrishLowerCaseFilter(s), IRISH_ARTICLES), "Irish"),
                IrishAnalyzer::getDefaultStopSet);
        add("gl", s -> new GalicianStemFilter(new LowerCaseFilter(s)), GalicianAnalyzer::getDefaultStopSet);
        add("hi", s -> new HindiStemFilter(
                new HindiNormalizationFilter(new IndicNormalizationFilter(new LowerCaseFilter(s)))),
                HindiAnalyzer::getDefaultStopSet);
        add("hu", "Hungarian", HungarianAnalyzer::getDefaultStopSet);
        add("hy", "Armenian", ArmenianAnalyzer::getDefaultStopSet);
        add("id", s -> new IndonesianStemFilter(new LowerCaseFilter(s)), IndonesianAnalyzer::getDefaultStopSet);
        add("it", s -> new ItalianLightStemFilter(new ElisionFilter(new LowerCaseFilter(s), ITALIAN_ARTICLES)),
                ItalianAnalyzer::getDefaultStopSet);
        add("ja", LowerCaseFilter::new, () -> CharArraySet.EMPTY_SET);
        add("ko", LowerCaseFilter::new, () -> CharArraySet.EMPTY_SET);
        add("lt", "Lithuanian", LithuanianAnalyzer::getDefaultStopSet);
        add("lv", s -> new LatvianStemFilter(new LowerCaseFilter(s)), LatvianAnalyzer::getDefaultStopSet);
        add("ne", s -> snowball(new IndicNormalizationFilter(new LowerCaseFilter(s)), "Nepali"),
                NepaliAnalyzer::getDefaultStopSet);
        add("nl", "Dutch", DutchAnalyzer::getDefaultStopSet);
        for (String norwegian : new String[]{"no", "nb", "nn"}) {
            add(norwegian, "Norwegian", NorwegianAnalyzer::getDefaultStopSet);
        }
        add("pl", s -> new LemmaFilter(new LowerCaseFilter(s), Lemmas.polish()), () -> ownStopWords("pl"));
        add("pt", s -> new PortugueseStemFilter(new NasalEndings(new LowerCaseFilter(s))),
                PortugueseAnalyzer::getDefaultStopSet);
        add("ro", "Romanian", RomanianAnalyzer::getDefaultStopSet);
        add("ru", "Russian", RussianAnalyzer::getDefaultStopSet);
        add("sr", s -> snowball(new SerbianNormalizationFilter(new LowerCaseFilter(s)), "Serbian"),
                SerbianAnalyzer::getDefaultStopSet);
        add("sv", "Swedish", SwedishAnalyzer::getDefaultStopSet);
        add("ta", s -> snowball(new IndicNormalizationFilter(new LowerCaseFilter(s)), "Tamil"),
                TamilAnalyzer::getDefaultStopSet);
        add("te", s -> new TeluguStemFilter(
                new TeluguNormalizationFilter(new IndicNormalizationFilter(new LowerCaseFilter(s)))),
                TeluguAnalyzer::getDefaultStopSet);
        add("th", LowerCaseFilter::new, ThaiAnalyzer::getDefaultStopSet);
        add("tr", s -> snowball(new ApostropheFilter(new TurkishLowerCaseFilter(s)), "Turkish"),
                TurkishAnalyzer::getDefaultStopSet);
        add("uk", s -> new LemmaFilter(new LowerCaseFilter(s), Lemmas.ukrainian()), () -> ownStopWords("uk"));
        add("zh", LowerCaseFilter::new, () -> CharArraySet.EMPTY_SET);
    }

    /** The language of a code, or the one for all others, {@code xx}. */
    public static Language of(String code) {
        Language found = ALL.get(code);
        return found == null ? ALL.get("xx") : found;
    }

    /** The codes of all languages known here. */
    public static Set<String> codes() {
        return Set.copyOf(ALL.keySet());
    }

    /** Articles that a word swallows before an apostrophe ({@code l'avion}); empty for most languages. */
    CharArraySet elided() {
        return switch (code) {
            case "fr" -> FRENCH_ARTICLES;
            case "it" -> ITALIAN_ARTICLES;
            case "ca" -> CATALAN_ARTICLES;
            case "ga" -> IRISH_ARTICLES;
            default -> CharArraySet.EMPTY_SET;
        };
    }

    private static void add(String code, UnaryOperator<TokenStream> stemming, Supplier<CharArraySet> stopWords) {
        ALL.put(code, new Language(code, stemming, stopWords));
    }

    private static void add(String code, String snowball, Supplier<CharArraySet> stopWords) {
        add(code, s -> snowball(new LowerCaseFilter(s), snowball), stopWords);
    }

    private static TokenStream snowball(TokenStream words, String stemmer) {
        return new SnowballFilter(words, stemmer);
    }

    private static CharArraySet articles(String... words) {
        return CharArraySet.unmodifiableSet(new CharArraySet(java.util.List.of(words), true));
    }

    /** Of languages for which Lucene's jar has no list. */
    private static CharArraySet ownStopWords(String code) {
        try {
            return WordlistLoader.getWordSet(IOUtils.requireResourceNonNull(
                    Language.class.getResourceAsStream("stop-words-" + code + ".txt"), code), "#");
        } catch (IOException e) {
            throw new UncheckedIOException("the stop words of " + code + " in the program's jar cannot be read", e);
        }
    }

    /** Snowball's 174 words: Lucene's own English default of 33 leaves most function words in the query. */
    private static CharArraySet englishStopWords() {
        try {
            return WordlistLoader.getSnowballWordSet(IOUtils.requireResourceNonNull(
                    EnglishAnalyzer.class.getResourceAsStream("/org/apache/lucene/analysis/snowball/english_stop.txt"),
                    "english_stop.txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the stop words in Lucene's jar cannot be read", e);
        }
    }
}
