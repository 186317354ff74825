package otklik.ingest.classify.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sees a word through the signs that somebody put in place of its letters: {@code х*й}, {@code п***ц}. */
final class Masks {

    private static final String SIGNS = "*#$%";
    private static final Pattern MASKED =
            Pattern.compile("(?<![\\p{L}*#$%])\\p{L}[\\p{L}*#$%]{1,20}\\p{L}(?![\\p{L}*#$%])");
    private static final int LONGEST_READ = 10_000;

    private final List<String> forms;

    /** @param forms the words that people mask, folded */
    Masks(List<String> forms) {
        this.forms = List.copyOf(forms);
    }

    /** The first masked word of the text, as it was written. */
    Optional<String> find(String text) {
        Matcher matcher = MASKED.matcher(text.substring(0, Math.min(text.length(), LONGEST_READ)));
        while (matcher.find()) {
            if (matcher.group().chars().anyMatch(c -> SIGNS.indexOf(c) >= 0) && hides(matcher.group())) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }

    private boolean hides(String masked) {
        String lower = masked.toLowerCase(Locale.ROOT).replace('ё', 'е');
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean isSign = SIGNS.indexOf(c) >= 0;
            boolean isRun = isSign && i > 0 && SIGNS.indexOf(lower.charAt(i - 1)) >= 0;
            if (!isRun) {
                pattern.append(isSign ? ".{1,5}" : Pattern.quote(String.valueOf(c)));
            }
        }
        Pattern hidden = Pattern.compile(pattern.toString());
        return forms.stream().anyMatch(form -> hidden.matcher(form).matches());
    }
}
