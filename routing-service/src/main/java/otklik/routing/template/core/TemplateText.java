package otklik.routing.template.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The grammar of templates: words, and braces with one of three things inside. There is nothing to run in a template. */
record TemplateText(List<Piece> pieces) {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}\\n]*)}");
    private static final Pattern STRAY = Pattern.compile("[{}]");

    static TemplateText of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher braces = BRACES.matcher(text);
        int end = 0;
        while (braces.find()) {
            pieces.add(new Piece.Words(text.substring(end, braces.start())));
            pieces.add(piece(braces.group(1).strip()));
            end = braces.end();
        }
        pieces.add(new Piece.Words(text.substring(end)));
        return new TemplateText(List.copyOf(pieces));
    }

    private static Piece piece(String inside) {
        int colon = inside.indexOf(':');
        if (colon < 0) {
            return Placeholder.of(inside).<Piece>map(Piece.Value::new).orElseGet(() -> new Piece.Unknown(inside));
        }
        String what = inside.substring(colon + 1).strip();
        return switch (inside.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
            case "впишите" -> what.isEmpty() ? new Piece.Unknown(inside) : new Piece.Blank(what);
            case "шаблон" -> what.isEmpty() ? new Piece.Unknown(inside) : new Piece.Include(what);
            default -> new Piece.Unknown(inside);
        };
    }

    List<String> unknown() {
        return pieces.stream()
                .filter(Piece.Unknown.class::isInstance)
                .map(piece -> ((Piece.Unknown) piece).word())
                .distinct()
                .toList();
    }

    List<String> includes() {
        return pieces.stream()
                .filter(Piece.Include.class::isInstance)
                .map(piece -> ((Piece.Include) piece).name())
                .distinct()
                .toList();
    }

    /** A brace without its other one. */
    Optional<String> stray() {
        return pieces.stream()
                .filter(Piece.Words.class::isInstance)
                .map(piece -> ((Piece.Words) piece).text())
                .filter(words -> STRAY.matcher(words).find())
                .findFirst();
    }
}
