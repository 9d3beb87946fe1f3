package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.SubnetId;
import java.util.List;

/**
 * A subnet as one answer showed it.
 *
 * @param id which subnet
 * @param addressPrefixes in CIDR form
 */
public record SubnetSnapshot(SubnetId id, List<String> addressPrefixes) {}
