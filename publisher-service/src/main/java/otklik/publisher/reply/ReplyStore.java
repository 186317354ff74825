package otklik.publisher.reply;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import otklik.contracts.publication.RefusalReason;
import otklik.publisher.reply.core.Step;
import otklik.publisher.reply.core.Target;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger's rows. Every change of a row being worked on names the attempt it was made in, so that a late worker changes nothing. */
final class ReplyStore {

    private static final String CLAIM = """
            update reply set state = 'SENDING', attempt = attempt + 1, attempt_at = :now, next_at = :timeout, changed_at = :now,
                   first_attempt_at = coalesce(first_attempt_at, :now)
             where reply_id = (
                   select r.reply_id from reply r
                    where r.state in ('READY', 'RETRY') and r.next_at <= :now
                      and not exists (select from reply o where o.account = r.account and o.target = r.target
                                         and o.state in ('SENDING', 'UNKNOWN'))
                      and not exists (select from account_rest a where a.account = r.account and a.until > :now)
                      and not exists (select from reply_attachment f where f.reply_id = r.reply_id and f.remote is null)
                    order by r.next_at, r.accepted_at
                    limit 1 for update skip locked)
            returning *""";
    private static final String CLAIM_UPLOAD = """
            update reply set next_at = :lease, changed_at = :now
             where reply_id = (
                   select r.reply_id from reply r
                    where r.state in ('READY', 'RETRY') and r.next_at <= :now
                      and exists (select from reply_attachment f where f.reply_id = r.reply_id and f.remote is null)
                      and not exists (select from account_rest a where a.account = r.account and a.until > :now)
                    order by r.next_at, r.accepted_at
                    limit 1 for update skip locked)
            returning *""";
    private static final String CLAIM_LOOK = """
            update reply set next_at = :lease, changed_at = :now
             where reply_id = (select reply_id from reply where state = 'UNKNOWN' and next_at <= :now
                                order by next_at limit 1 for update skip locked)
            returning *""";

    private final DatabaseClient database;

    ReplyStore(DatabaseClient database) {
        this.database = database;
    }

    /** A reply as it comes in. */
    record Accepted(
            UUID id,
            UUID incidentId,
            String jurisdiction,
            String channel,
            String account,
            Target target,
            String text,
            String cause,
            Instant at) {}

    /** @return whether it was new */
    Mono<Boolean> accept(Accepted reply) {
        return database.sql("""
                        insert into reply (reply_id, incident_id, jurisdiction, channel, account, target, owner_id, post_id, reply_to,
                                           thread_id, text, guid, cause, state, next_at, accepted_at, changed_at)
                        values (:id, :incident, :jurisdiction, :channel, :account, :target, :owner, :post, :replyTo,
                                :thread, :text, :guid, :cause, 'READY', :at, :at, :at) on conflict do nothing""")
                .bind("id", reply.id())
                .bind("incident", reply.incidentId())
                .bind("jurisdiction", reply.jurisdiction())
                .bind("channel", reply.channel())
                .bind("account", reply.account())
                .bind("target", reply.target().name())
                .bind("owner", reply.target().owner())
                .bind("post", reply.target().post())
                .bind("replyTo", bigint(reply.target().replyTo()))
                .bind("thread", bigint(reply.target().thread()))
                .bind("text", reply.text())
                .bind("guid", reply.id().toString())
                .bind("cause", reply.cause())
                .bind("at", reply.at())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Marks one due reply as being sent; empty if there is none. When this completes, the mark is committed. */
    Mono<Reply> claim(Instant now, Duration timeout) {
        return database.sql(CLAIM)
                .bind("now", now)
                .bind("timeout", now.plus(timeout))
                .map(Reply::of)
                .one()
                // Another worker was faster with another reply to the same place: the index of replies in flight says
                // so.
                .onErrorResume(DataIntegrityViolationException.class, e -> Mono.empty());
    }

    /** Takes one reply with a file that the network does not have yet; nobody else takes it before the lease ends. */
    Mono<Reply> claimUpload(Instant now, Duration lease) {
        return database.sql(CLAIM_UPLOAD)
                .bind("now", now)
                .bind("lease", now.plus(lease))
                .map(Reply::of)
                .one();
    }

    /** Takes one reply of unknown outcome whose page is to be read; nobody else takes it before the lease ends. */
    Mono<Reply> claimLook(Instant now, Duration lease) {
        return database.sql(CLAIM_LOOK)
                .bind("now", now)
                .bind("lease", now.plus(lease))
                .map(Reply::of)
                .one();
    }

    /** What was being sent for too long was being sent by a worker that died: its outcome is unknown. */
    Mono<Long> abandonStale(Instant now) {
        return database.sql("""
                        update reply set state = 'UNKNOWN', detail = 'the worker died while sending', changed_at = :now
                         where state = 'SENDING' and next_at <= :now""").bind("now", now).fetch().rowsUpdated();
    }

    /** Replies that waited too long for an account that rests, with the reason of the rest. */
    Flux<Waiting> waitingInVain(Instant acceptedBefore, Instant now) {
        return database.sql("""
                        select r.*, a.reason as rest_reason from reply r join account_rest a on a.account = r.account and a.until > :now
                         where r.state in ('READY', 'RETRY') and r.accepted_at <= :before""")
                .bind("now", now)
                .bind("before", acceptedBefore)
                .map(row -> new Waiting(
                        Reply.of(row), RefusalReason.valueOf(String.valueOf(row.get("rest_reason", String.class)))))
                .all();
    }

    /** A reply and why its account rests. */
    record Waiting(Reply reply, RefusalReason reason) {}

    Mono<Reply> find(UUID id) {
        return database.sql("select * from reply where reply_id = :id")
                .bind("id", id)
                .map(Reply::of)
                .one();
    }

    /** Ids that are the proof of other replies of the account. */
    Mono<List<String>> proofs(String account, UUID except) {
        return database.sql(
                        "select remote_id from reply where account = :account and remote_id is not null and reply_id <> :id")
                .bind("account", account)
                .bind("id", except)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList();
    }

    /** @return whether the row was still in this attempt */
    Mono<Boolean> change(Reply reply, Step step, @Nullable String permalink, Instant now) {
        Change change = Change.of(reply, step, now);
        return database.sql("""
                        update reply set state = :state, next_at = :next, changed_at = :now, reason = :reason, detail = :detail,
                               remote_id = :remote, permalink = :permalink, published_at = :published, resend = :resend
                         where reply_id = :id and attempt = :attempt and state not in ('SENT', 'REFUSED')""")
                .bind("state", change.state())
                .bind("next", change.nextAt())
                .bind("now", now)
                .bind("reason", text(change.reason()))
                .bind("detail", text(change.detail()))
                .bind("remote", text(change.remoteId()))
                .bind("permalink", text(permalink))
                .bind("published", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, change.publishedAt()))
                .bind("resend", change.resend())
                .bind("id", reply.id())
                .bind("attempt", reply.attempt().number())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** A step as columns. */
    private record Change(
            String state,
            Instant nextAt,
            boolean resend,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String remoteId,
            @Nullable Instant publishedAt) {

        static Change of(Reply reply, Step step, Instant now) {
            boolean resend = reply.attempt().resend();
            return switch (step) {
                case Step.Close close ->
                    new Change("SENT", now, resend, null, null, ReplyStore.remoteId(reply, close), close.publishedAt());
                case Step.SendAgain again ->
                    new Change("RETRY", again.at(), again.resend(), null, again.why(), null, null);
                case Step.LookAt look -> new Change("UNKNOWN", look.at(), resend, null, look.why(), null, null);
                case Step.Refuse refuse ->
                    new Change("REFUSED", now, resend, refuse.reason().name(), refuse.detail(), null, null);
            };
        }
    }

    Mono<Void> rest(String account, Instant until, String reason) {
        return database.sql("""
                        insert into account_rest (account, until, reason) values (:account, :until, :reason)
                        on conflict (account) do update set until = excluded.until, reason = excluded.reason""")
                .bind("account", account)
                .bind("until", until)
                .bind("reason", reason)
                .then();
    }

    /** Comment ids are unique within a wall only. */
    static String remoteId(Reply reply, Step.Close close) {
        return reply.target().owner() + "_" + close.comment();
    }

    private static Object bigint(@Nullable Long value) {
        return Parameters.in(R2dbcType.BIGINT, value);
    }

    private static Object text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
