package io.github.hpccachecmk.inspection;

import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is wrong, or will be, with what to do about it. Immutable.
 *
 * @param finding what is wrong, with the actual value, the legal one and a remedy in words
 * @param cure the request that mends it, ready to be run as it is; empty when a person has to act or nothing can be done. One that
 *     switches a vault's purge protection on, which cannot be undone, carries the consent to it: running it is giving that consent
 */
public record Problem(Finding finding, Optional<CmkRequest<?>> cure) {
    /**
     * The portable form for output; nothing reads it back but the request in it.
     *
     * @return the finding's members, and {@code cure}, which {@link io.github.hpccachecmk.request.Requests#fromMap} reads back
     */
    public Map<String, Object> toMap() {
        var form = new FormWriter();
        finding.toMap().forEach(form::plain);
        return form.formIfPresent("cure", cure, CmkRequest::toMap).done();
    }
}
