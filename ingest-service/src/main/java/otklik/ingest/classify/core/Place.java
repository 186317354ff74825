package otklik.ingest.classify.core;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A settlement.
 *
 * @param type as official lists abbreviate it: {@code г, рп, с, п, д, ст, рзд}
 * @param municipality short, e.g. {@code Алейский район}; for a town of its own its own name
 * @param forms spellings that the stemmer does not bring together by itself
 */
public record Place(String type, String name, String municipality, List<String> forms) {

    private static final Pattern LIKE_AN_ADJECTIVE = Pattern.compile("\\S+(?:ий|ый|ой|ое|ая|ые|ие)");

    /** Whether its bare name says enough. */
    boolean isTown() {
        boolean isPlainName = !LIKE_AN_ADJECTIVE.matcher(name).matches();
        return type.equals("г") || (type.equals("рп") && isPlainName);
    }
}
