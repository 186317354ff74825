package otklik.routing.replycheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import otklik.routing.replycheck.core.Place;
import otklik.routing.replycheck.core.Stems;

/** Lucene's Russian analysis. Thread-safe. */
final class RussianStems implements Stems {

    private final Analyzer analyzer = new RussianAnalyzer();

    @Override
    public List<Stem> in(String text) {
        List<Stem> stems = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                stems.add(new Stem(term.toString(), new Place(place.startOffset(), place.endOffset())));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is read from outside", e);
        }
        return stems;
    }
}
