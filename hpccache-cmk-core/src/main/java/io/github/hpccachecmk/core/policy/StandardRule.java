package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.render.PlainText;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.request.EncryptionRequest;
import io.github.hpccachecmk.request.TargetRequest;
import io.github.hpccachecmk.request.VaultRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule of the standard catalogue: what is documented of it, and how its findings are made. */
abstract class StandardRule implements Rule {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final String id;
    private final Tier tier;
    private final String summary;
    private final Optional<String> article;

    StandardRule(String id, Tier tier, String summary, String article) {
        this.id = id;
        this.tier = tier;
        this.summary = summary;
        this.article = Optional.of(article);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Tier tier() {
        return tier;
    }

    /** What the rule asks for and how it answers, for the documentation. */
    final String summary() {
        return summary;
    }

    final String article() {
        return article.orElseThrow();
    }

    final Finding ok(Object subject, String message) {
        return finding(Severity.OK, subject, message, "", Optional.empty());
    }

    final Finding willFix(Object subject, String message) {
        return finding(Severity.WILL_FIX, subject, message, "", Optional.empty());
    }

    final Finding warning(Object subject, String message, String remedy) {
        return finding(Severity.WARNING, subject, message, remedy, Optional.empty());
    }

    final Finding blocking(Object subject, ErrorCode code, String message, String remedy) {
        return finding(Severity.BLOCKING, subject, message, remedy, Optional.of(code));
    }

    /** Something was read but does not tell, or tells what this library does not know. */
    final Finding unknown(Object subject, String message, String remedy) {
        return finding(Severity.UNKNOWN, subject, message, remedy, Optional.empty());
    }

    /** A fact without value: nobody looked, or the read failed. */
    final Finding unknown(Object subject, Fact<?> fact) {
        return fact.failure()
                .map(failure -> unknown(subject, "Not checked: " + words(failure) + ".", remedy(failure)))
                .orElseGet(() -> unknown(subject, "Not checked: nobody has looked yet.", ""));
    }

    /** What a create needs is in the request; an existing resource has to be read first. */
    static Set<FactKey<?>> facts(Situation situation, FactKey<?> key) {
        return isNamed(situation) ? Set.of(key) : Set.of(targetKey(situation), key);
    }

    /** The facts that lead to what the rule looks at while that is not known. */
    static Set<FactKey<?>> leadingFacts(Situation situation) {
        return isNamed(situation) ? Set.of() : Set.of(targetKey(situation));
    }

    /** For a rule that does not know what to look at: unknown while the resource is unread, else not concerned. */
    final List<Finding> undetermined(Situation situation) {
        if (isNamed(situation)) {
            return List.of();
        }
        var fact = situation.facts().get(targetKey(situation));
        return fact.value().isPresent() ? List.of() : List.of(unknown(situation.targetId(), fact));
    }

    static boolean isCreate(Situation situation) {
        return situation.request() instanceof CreateRequest;
    }

    /** Whether the request itself names what the rules look at. */
    private static boolean isNamed(Situation situation) {
        return situation.request() instanceof EncryptionRequest || situation.request() instanceof VaultRequest<?>;
    }

    /** For {@link Rule#concerns} of rules about a vault or key, whoever is to use it. */
    static boolean isAboutVaults(CmkRequest<?> request) {
        return request instanceof TargetRequest<?> || request instanceof VaultRequest<?>;
    }

    static FactKey.Target targetKey(Situation situation) {
        return new FactKey.Target(situation.targetId());
    }

    static String quoted(String value) {
        return "'" + PlainText.shown(value) + "'";
    }

    static String words(RemoteFailure failure) {
        if (failure.status() == 0) {
            return failure.operation() + " got no answer (" + PlainText.shown(failure.serviceMessage()) + ")";
        }
        var code = failure.serviceCode().isEmpty() ? "" : " " + PlainText.shown(failure.serviceCode());
        return failure.operation() + " answered " + failure.status() + code + " ("
                + PlainText.shown(failure.serviceMessage()) + ")";
    }

    private static String remedy(RemoteFailure failure) {
        return failure.status() == UNAUTHORIZED || failure.status() == FORBIDDEN
                ? "Give the caller the right to read it, or check it by hand."
                : "Plan again; if it stays unreadable, check it by hand.";
    }

    private Finding finding(
            Severity severity, Object subject, String message, String remedy, Optional<ErrorCode> code) {
        return new Finding(id, severity, subject.toString(), message, remedy, code, article);
    }
}
