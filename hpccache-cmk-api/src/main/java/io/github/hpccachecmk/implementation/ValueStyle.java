package io.github.hpccachecmk.implementation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How this module's immutable value types are generated: the generated class stays in its package and out of every signature.
 *
 * <p>Kept in the source only, and the only annotation with members on a public type, because a member of an annotation that a user does not have on the class path is a warning in the
 * user's build. Collections keep the order in which they were given.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        depluralize = true,
        allowedClasspathAnnotations = {Override.class},
        throwForInvalidImmutableState = MissingMembersException.class,
        defaults = @Value.Immutable(copy = false))
public @interface ValueStyle {}
