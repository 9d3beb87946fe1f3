package io.github.hpccachecmk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.model.CacheId;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users never meet a generated name: it would make the generator part of the contract. */
class SignatureTest {
    private static final Pattern GENERATED = Pattern.compile("\\bImmutable[A-Z]");

    @Test
    void publicSignatures_nameNoGeneratedClass() throws Exception {
        List<String> found = new ArrayList<>();
        List<Class<?>> visible = visibleClasses();
        for (Class<?> type : visible) {
            signatures(type)
                    .filter(text -> GENERATED.matcher(text).find())
                    .forEach(text -> found.add(type + ": " + text));
        }
        assertThat(visible).hasSizeGreaterThan(30).contains(CacheId.class);
        assertThat(found).isEmpty();
    }

    @Test
    void generatedClasses_areNotPublic() throws Exception {
        List<Class<?>> generated = allClasses().stream()
                .filter(type -> GENERATED.matcher(type.getName()).find())
                .toList();
        assertThat(generated).isNotEmpty();
        assertThat(generated.stream().filter(SignatureTest::isVisible)).isEmpty();
    }

    private static Stream<String> signatures(Class<?> type) {
        List<Type> types = new ArrayList<>();
        // A builder extends the generated one, which is package-private: documentation and users see only what it
        // inherits.
        if (!type.getSimpleName().equals("Builder")) {
            types.add(type.getGenericSuperclass());
        }
        types.addAll(List.of(type.getGenericInterfaces()));
        bounds(types, type.getTypeParameters());
        for (Method method : type.getMethods()) {
            types.add(method.getGenericReturnType());
            types.addAll(List.of(method.getGenericParameterTypes()));
            types.addAll(List.of(method.getGenericExceptionTypes()));
            bounds(types, method.getTypeParameters());
        }
        for (Constructor<?> constructor : type.getConstructors()) {
            types.addAll(List.of(constructor.getGenericParameterTypes()));
        }
        for (Field field : type.getFields()) {
            types.add(field.getGenericType());
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                types.add(component.getGenericType());
            }
        }
        return types.stream().filter(Objects::nonNull).map(Type::getTypeName);
    }

    private static void bounds(List<Type> types, TypeVariable<?>[] variables) {
        Arrays.stream(variables).forEach(variable -> types.addAll(List.of(variable.getBounds())));
    }

    private static List<Class<?>> visibleClasses() throws Exception {
        return allClasses().stream()
                .filter(SignatureTest::isVisible)
                .filter(type -> !type.getPackageName().endsWith(".implementation"))
                .toList();
    }

    private static boolean isVisible(Class<?> type) {
        boolean open = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return open && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static List<Class<?>> allClasses() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(CacheId.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replace(file.getFileSystem().getSeparator(), ".");
                if (!name.endsWith("-info.class")) {
                    classes.add(Class.forName(
                            name.substring(0, name.length() - ".class".length()),
                            false,
                            CacheId.class.getClassLoader()));
                }
            }
        }
        return classes;
    }
}
