package otklik.ingest.classify;

import org.tartarus.snowball.ext.RussianStemmer;
import otklik.ingest.classify.core.Stemmer;

/** Snowball's rules for Russian, from Lucene. The machine itself is not thread-safe, so each thread has its own. */
final class SnowballStemmer implements Stemmer {

    private final ThreadLocal<RussianStemmer> machines = ThreadLocal.withInitial(RussianStemmer::new);

    @Override
    public String stem(String word) {
        RussianStemmer machine = machines.get();
        machine.setCurrent(word);
        machine.stem();
        return machine.getCurrent();
    }
}
