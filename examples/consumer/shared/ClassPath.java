/** What every consumer without one of the test kit's libraries looks at. */
final class ClassPath {
    private ClassPath() {}

    /** How many members reflection shows of a type; it fails where a signature needs what is absent. */
    static int members(Class<?> type) {
        return type.getMethods().length
                + type.getDeclaredMethods().length
                + type.getDeclaredConstructors().length
                + type.getDeclaredFields().length
                + type.getDeclaredClasses().length;
    }

    static void mustBeAbsent(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException expected) {
            return;
        }
        throw new AssertionError(type + " is on the class path of a user who does without it");
    }
}
