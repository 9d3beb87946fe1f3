package io.github.hpccachecmk.core.rights;

import io.github.hpccachecmk.core.render.Encoder;
import io.github.hpccachecmk.core.render.Subjects;
import io.github.hpccachecmk.report.RequiredPermission;
import io.github.hpccachecmk.report.RequiredPermissions;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The rights that a request needs as text for a terminal: scope by scope, each action with what it is for, and the built-in
 * roles that suffice. Pure; lines end with a line feed.
 */
public final class PermissionsText {
    private final RequiredPermissions permissions;
    private final StringBuilder out = new StringBuilder(1024);

    private PermissionsText(RequiredPermissions permissions) {
        this.permissions = permissions;
    }

    /** All of it. */
    public static String of(RequiredPermissions permissions) {
        return new PermissionsText(permissions).text();
    }

    private String text() {
        line("Rights needed for " + Subjects.kind(permissions.subject()) + " " + permissions.subject());
        for (var scope : permissions.scopes()) {
            line("");
            line("On " + scope);
            permissions.all().stream()
                    .filter(permission -> permission.scope().equals(scope))
                    .forEach(this::permission);
            SufficientRoles.of(permissions).stream()
                    .filter(roles -> roles.scope().equals(scope))
                    .forEach(this::roles);
        }
        return out.toString();
    }

    private void permission(RequiredPermission permission) {
        line("  " + permission.action() + plane(permission) + ": " + words(permission));
    }

    private void roles(SufficientRoles roles) {
        line("  Built-in roles that suffice: "
                + roles.roles().stream().map(BuiltInRole::displayName).collect(Collectors.joining(" and ")));
    }

    private static String plane(RequiredPermission permission) {
        return switch (permission.plane()) {
            case CONTROL -> "";
            case DATA -> " (data action)";
            case KEY_PERMISSION -> " (key permission in the vault's access policies)";
        };
    }

    private static String words(RequiredPermission permission) {
        var model = permission
                .onlyOn()
                .map(which -> ", on a vault with "
                        + which.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("");
        return switch (permission.occasion()) {
                    case READ -> "to look before writing";
                    case CREATE -> "to create";
                    case CHANGE_KEY -> "to put the resource under another key";
                    case SET_ROTATION -> "to switch auto rotation on";
                    case PROTECT_VAULT -> "to switch soft delete and purge protection on, if they are off";
                    case GRANT -> "to give an identity access, if it has none";
                    case REVOKE -> "to take the access away that this library gave, if there is some";
                    case ADVISE -> "optional, to check more beforehand";
                    case FALL_BACK -> "optional, to read the key where the control plane refuses";
                }
                + model;
    }

    private void line(String text) {
        out.append(Encoder.TERMINAL.encode(text)).append('\n');
    }
}
