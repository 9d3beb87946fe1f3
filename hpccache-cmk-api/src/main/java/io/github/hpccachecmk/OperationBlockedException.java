package io.github.hpccachecmk;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.report.Finding;
import java.util.List;

/** Nothing can be written until somebody acts; each blocking finding says what to do. The same request then goes on. */
public final class OperationBlockedException extends CmkException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * An exception that reports {@code error} and the findings behind it.
     *
     * @param error what stands in the way, in one sentence
     * @param findings the blocking findings
     */
    public OperationBlockedException(CmkError error, List<Finding> findings) {
        super(error);
        this.findings = List.copyOf(findings);
    }

    /**
     * What stands in the way.
     *
     * @return the blocking findings
     */
    public List<Finding> findings() {
        return findings;
    }
}
