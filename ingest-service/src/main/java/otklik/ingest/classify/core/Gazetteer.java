package otklik.ingest.classify.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the settlement that a text names. A town is taken by its bare name, a village only with a word like «село» before it or after a
 * preposition of place, because villages are called like people, streets and things.
 */
public final class Gazetteer {

    private static final Set<String> TYPE_WORDS = Set.of(
            "г", "гор", "город", "с", "сел", "село", "п", "пос", "поселок", "поселк", "рп", "пгт", "д", "дер", "деревн",
            "ст", "станц", "станци", "разъезд");
    private static final Set<String> PREPOSITIONS = Set.of("в", "во", "из", "до", "около", "под", "возле", "через");
    private static final Set<String> NOT_AFTER = Set.of(
            "ул",
            "улиц",
            "пер",
            "переулок",
            "переулк",
            "проспект",
            "пр",
            "площад",
            "пл",
            "имен",
            "им",
            "микрорайон",
            "мкр",
            "тракт",
            "шосс",
            "парк",
            "кинотеатр",
            "магазин",
            "бульвар",
            "б",
            "р");
    private static final Set<String> NOT_BEFORE =
            Set.of("край", "кра", "област", "улиц", "переулок", "переулк", "проспект", "площад", "тракт", "шосс");
    private static final Pattern LIKE_A_VILLAGE = Pattern.compile(".+(?:ово|ево|ёво|ино|ыно|иха|овка|евка|ск)");

    private final Map<String, List<Named>> byFirstStem = new HashMap<>();
    private final Map<String, String> districts = new HashMap<>();
    private final Stemmer stemmer;

    public Gazetteer(List<Place> places, Stemmer stemmer) {
        this.stemmer = stemmer;
        for (Place place : places) {
            add(place, place.name());
            place.forms().forEach(form -> add(place, form));
            addDistrict(place.municipality());
        }
    }

    /** Where it is, as a person would write it, and the word that told. */
    record Found(String location, String evidence) {}

    /** How sure a mention is; the surest one of a text is taken, the first among equals. */
    private enum Surety {
        VILLAGE_BY_TYPE,
        TOWN,
        VILLAGE_BY_PREPOSITION,
        DISTRICT
    }

    private record Named(List<String> stems, Place place) {}

    private record Mention(Surety surety, Found found) {}

    Optional<Found> find(Words words) {
        Mention best = null;
        for (int i = 0; i < words.all().size(); i++) {
            Mention mention = mentionAt(words.all(), i).orElse(null);
            if (mention != null && (best == null || mention.surety().compareTo(best.surety()) < 0)) {
                best = mention;
            }
        }
        return Optional.ofNullable(best).map(Mention::found);
    }

    private Optional<Mention> mentionAt(List<Word> words, int at) {
        Word word = words.get(at);
        String next = at + 1 < words.size() ? words.get(at + 1).stem() : "";
        String district = districts.get(word.stem());
        if (district != null && next.equals("район")) {
            return Optional.of(new Mention(Surety.DISTRICT, new Found(district, word.shown() + " район")));
        }
        List<Named> named = byFirstStem.getOrDefault(word.stem(), List.of()).stream()
                .filter(candidate -> stands(candidate, words, at))
                .toList();
        return named.isEmpty() ? Optional.empty() : mention(longest(named), words, at);
    }

    private static Optional<Mention> mention(List<Named> named, List<Word> words, int at) {
        Word word = words.get(at);
        int after = at + named.getFirst().stems().size();
        Word before = at > 0 ? words.get(at - 1) : null;
        if (!word.isCapital() || isSomethingElse(before, after < words.size() ? words.get(after) : null)) {
            return Optional.empty();
        }
        Optional<Place> town =
                named.stream().map(Named::place).filter(Place::isTown).findFirst();
        if (town.isPresent()) {
            return Optional.of(new Mention(Surety.TOWN, new Found(town.get().name(), word.shown())));
        }
        List<Place> places = named.stream().map(Named::place).toList();
        if (before != null && isTypeBefore(before, word, places.getFirst())) {
            return Optional.of(
                    new Mention(Surety.VILLAGE_BY_TYPE, village(places, before.shown() + " " + word.shown())));
        }
        boolean isPlain = LIKE_A_VILLAGE.matcher(places.getFirst().name()).matches();
        return before != null && isPlain && PREPOSITIONS.contains(before.folded())
                ? Optional.of(new Mention(Surety.VILLAGE_BY_PREPOSITION, village(places, word.shown())))
                : Optional.empty();
    }

    /** «с Ивановым» is no village: the one-letter types stand before the name as it is in the list. */
    private static boolean isTypeBefore(Word before, Word word, Place place) {
        boolean isShort = before.folded().length() == 1;
        return TYPE_WORDS.contains(before.stem())
                && (!isShort || Folding.fold(place.name()).startsWith(word.folded()));
    }

    private static boolean isSomethingElse(@Nullable Word before, @Nullable Word after) {
        boolean isAddress = before != null && NOT_AFTER.contains(before.stem());
        boolean isPart = after != null && (after.isNumber() || NOT_BEFORE.contains(after.stem()));
        return isAddress || isPart;
    }

    private static Found village(List<Place> places, String evidence) {
        Place first = places.getFirst();
        boolean isOne = places.stream().map(Place::municipality).distinct().count() == 1;
        return new Found(isOne ? first.name() + ", " + first.municipality() : first.name(), evidence);
    }

    private static boolean stands(Named named, List<Word> words, int at) {
        if (at + named.stems().size() > words.size()) {
            return false;
        }
        for (int i = 1; i < named.stems().size(); i++) {
            if (!words.get(at + i).stem().equals(named.stems().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<Named> longest(List<Named> named) {
        int most = named.stream().mapToInt(one -> one.stems().size()).max().orElse(0);
        return named.stream().filter(one -> one.stems().size() == most).toList();
    }

    private void add(Place place, String name) {
        List<String> stems = new ArrayList<>();
        for (String part : name.split("[ -]+")) {
            stems.add(stemmer.stem(Folding.fold(part)));
        }
        byFirstStem
                .computeIfAbsent(stems.getFirst(), ignored -> new ArrayList<>())
                .add(new Named(stems, place));
    }

    private void addDistrict(String municipality) {
        String[] words = municipality.split(" ");
        if (words.length == 2 && words[1].equals("район")) {
            districts.put(stemmer.stem(Folding.fold(words[0])), municipality);
        }
    }
}
