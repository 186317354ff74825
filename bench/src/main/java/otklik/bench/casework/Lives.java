package otklik.bench.casework;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import otklik.contracts.Channel;
import otklik.contracts.Importance;
import otklik.contracts.IncidentId;
import otklik.contracts.access.Caller;
import otklik.contracts.access.Role;
import otklik.contracts.incident.Actor;
import otklik.contracts.incident.Classification;
import otklik.contracts.incident.IncidentDetected;
import otklik.contracts.incident.Screening;
import otklik.contracts.post.Author;
import otklik.contracts.post.PostKey;
import otklik.contracts.post.PostKind;
import otklik.regulation.Regulation;
import otklik.regulation.Regulations;
import otklik.routing.directory.core.Directory;
import otklik.routing.directory.core.Organ;
import otklik.routing.incident.core.Fact;
import otklik.routing.incident.core.Incident;
import otklik.routing.incident.core.Registration;

/** Invents incidents of the five jurisdictions and lets the service's own rules lead them as far as they are to come. The same number is the same incident. */
final class Lives {

    /** Of a hundred incidents; the first has the curator with the long queue. */
    private static final Map<String, Integer> SHARES = Map.of(
            "altai-krai",
            40,
            "khabarovsk-krai",
            25,
            "lipetsk-oblast",
            20,
            "barnaul-leninsky",
            10,
            "vyatskie-polyany",
            5);

    private static final String BUSY = "altai-krai";

    private final Directory directory;
    private final Instant now;
    private final List<String> shares = new ArrayList<>();
    private final Map<String, List<Organ>> organs = new HashMap<>();
    private final Map<String, Way> ways = new HashMap<>();

    Lives(Directory directory, Instant now) {
        this.directory = directory;
        this.now = now;
        SHARES.forEach((jurisdiction, share) -> {
            for (int i = 0; i < share; i++) {
                shares.add(jurisdiction);
            }
            organs.put(
                    jurisdiction,
                    directory.of(jurisdiction).stream()
                            .filter(Organ::isAssignable)
                            .toList());
        });
        shares.sort(null);
        for (Channel channel : List.of(Channel.VK, Channel.SITE)) {
            organs.forEach((jurisdiction, all) ->
                    all.forEach(organ -> ways.put(key(channel, organ.id()), way(jurisdiction, channel, organ.id()))));
        }
    }

    private static String key(Channel channel, String organ) {
        return channel + " " + organ;
    }

    private Way way(String jurisdiction, Channel channel, String organ) {
        Regulation regulation = Regulations.installed().get(jurisdiction);
        IncidentDetected detected = detected(0, jurisdiction, channel, now, Screening.CLEAN, new SplittableRandom(1));
        Incident fresh = Registration.blank(detected, "0").after(Registration.facts(detected, "0", Optional.empty()));
        return Way.of(fresh, organ, regulation, directory);
    }

    /** The way over one of the jurisdiction's organs. */
    private Way way(String jurisdiction, Channel channel, int number) {
        List<Organ> all = requireNonNull(organs.get(jurisdiction), jurisdiction);
        return requireNonNull(ways.get(key(channel, all.get(number % all.size()).id())));
    }

    /** The way of a new incident on the site to the answer published by hand. */
    Way way(String jurisdiction, int number) {
        return way(jurisdiction, Channel.SITE, number);
    }

    /** Seven of ten answered, a quarter screened out, the rest without a reaction. */
    Life closed(int number, Instant at) {
        SplittableRandom random = new SplittableRandom(number);
        String jurisdiction = shares.get(random.nextInt(shares.size()));
        int kind = random.nextInt(100);
        if (kind < 25) {
            return life(number, jurisdiction, Channel.VK, at, Screening.ADVERTISING, random);
        }
        Channel channel = random.nextInt(10) < 7 ? Channel.VK : Channel.SITE;
        Life life = life(number, jurisdiction, channel, at, Screening.CLEAN, random);
        if (kind < 30) {
            life.take(new Fact.NoReactionDecided("Благодарность, ответа не требует"), curator(jurisdiction));
            return life;
        }
        walk(life, jurisdiction, channel, Integer.MAX_VALUE, random);
        return life;
    }

    private static Actor curator(String jurisdiction) {
        Caller caller = People.of(Role.CURATOR, jurisdiction, null);
        return caller.as(caller.grants().getFirst());
    }

    /** Somewhere on its way; in the busy jurisdiction, two of five wait for the curator. */
    Life open(int number, Instant at) {
        SplittableRandom random = new SplittableRandom(number);
        String jurisdiction = shares.get(random.nextInt(shares.size()));
        Life life = life(number, jurisdiction, Channel.VK, at, Screening.CLEAN, random);
        boolean waits = random.nextInt(100) < (jurisdiction.equals(BUSY) ? 40 : 20);
        walk(life, jurisdiction, Channel.VK, waits ? 0 : 1 + random.nextInt(4), random);
        return life;
    }

    /** New, on the site, and of a jurisdiction whose curator is not the busy one. */
    Life walker(int number, Instant at) {
        SplittableRandom random = new SplittableRandom(number);
        List<String> others = shares.stream()
                .filter(jurisdiction -> !jurisdiction.equals(BUSY))
                .toList();
        return life(number, others.get(random.nextInt(others.size())), Channel.SITE, at, Screening.CLEAN, random);
    }

    private void walk(Life life, String jurisdiction, Channel channel, int steps, SplittableRandom random) {
        Way way = way(jurisdiction, channel, random.nextInt(Integer.MAX_VALUE));
        for (Way.Move move : way.moves().subList(0, Math.min(steps, way.moves().size()))) {
            life.go(move, directory);
        }
        if (Way.isOnItsWay(life.incident()) && life.incident().reply() != null) {
            Incident.Reply reply = life.incident().reply();
            life.take(
                    new Fact.ReplyPublished(
                            reply.id(), reply.kind(), "https://vk.com/wall-1_7?reply=8", life.at(), false, null, null),
                    Actor.SYSTEM);
        }
    }

    private Life life(
            int number,
            String jurisdiction,
            Channel channel,
            Instant at,
            Screening screening,
            SplittableRandom random) {
        Instant detectedAt = at.truncatedTo(ChronoUnit.MICROS);
        IncidentDetected detected = detected(number, jurisdiction, channel, detectedAt, screening, random);
        Regulation regulation = Regulations.installed().get(jurisdiction, detectedAt);
        Life life = new Life(detected, regulation, number, now, random);
        life.begin();
        return life;
    }

    private static IncidentDetected detected(
            int number,
            String jurisdiction,
            Channel channel,
            Instant at,
            Screening screening,
            SplittableRandom random) {
        String place = Posts.place(random);
        PostKey post = new PostKey(channel, jurisdiction + "_" + number);
        return new IncidentDetected(
                id(number),
                jurisdiction,
                post,
                PostKind.POST,
                "https://vk.com/wall-1_" + number,
                Posts.text(place, random),
                new Author("7" + number, "Житель " + number, "https://vk.com/id7" + number),
                Map.of("owner_id", "-1", "post_id", Integer.toString(number)),
                at.minus(Duration.ofMinutes(3)),
                at,
                new Classification(
                        "Дороги",
                        "Ямы",
                        place,
                        random.nextInt(10) == 0 ? Importance.ELEVATED : Importance.NORMAL,
                        screening,
                        0.4,
                        List.of("слово «яма»"),
                        "bench/1"));
    }

    static UUID id(int number) {
        return IncidentId.nameBased("casework " + number);
    }
}
