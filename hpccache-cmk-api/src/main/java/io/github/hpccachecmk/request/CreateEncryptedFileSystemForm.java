package io.github.hpccachecmk.request;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.VaultId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;

/** The portable form of {@link CreateEncryptedFileSystem}. */
final class CreateEncryptedFileSystemForm {
    private CreateEncryptedFileSystemForm() {}

    static Map<String, Object> write(CreateEncryptedFileSystem request) {
        return CommonForm.write(request)
                .text("fileSystem", request.fileSystem())
                .plain("storageCapacityTib", request.storageCapacityTib())
                .plain(
                        "maintenanceWindow",
                        new FormWriter()
                                .text("day", request.maintenanceWindow().day())
                                .text(
                                        "timeOfDayUtc",
                                        request.maintenanceWindow().timeOfDayUtc())
                                .done())
                .done();
    }

    static CreateEncryptedFileSystem read(FormReader reader) {
        CreateEncryptedFileSystem.Builder builder = CreateEncryptedFileSystem.builder()
                .fileSystem(FileSystemId.parse(reader.text("fileSystem")))
                .location(reader.text("location"))
                .sku(reader.text("sku"))
                .subnet(SubnetId.parse(reader.text("subnet")))
                .zones(reader.optionalTexts("zones"))
                .tags(CommonForm.tags(reader))
                .identity(CommonForm.identity(reader))
                .vault(VaultId.parse(reader.text("vault")))
                .key(KeyUrl.parse(reader.text("key")))
                .vaultProtection(CommonForm.protection(reader))
                .authorizer(CommonForm.authorizer(reader))
                .storageCapacityTib(reader.number("storageCapacityTib"))
                .maintenanceWindow(window(reader.form("maintenanceWindow")));
        reader.optionalDuration("settleWindow").ifPresent(builder::settleWindow);
        reader.optionalDuration("expiryHorizon").ifPresent(builder::expiryHorizon);
        reader.end();
        return builder.build();
    }

    private static MaintenanceWindow window(FormReader reader) {
        MaintenanceWindow window = new MaintenanceWindow(day(reader), time(reader));
        reader.end();
        return window;
    }

    private static DayOfWeek day(FormReader reader) {
        String name = reader.text("day");
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(name)) {
                return day;
            }
        }
        throw reader.refused("day", name, "a day of the week such as MONDAY");
    }

    private static LocalTime time(FormReader reader) {
        String text = reader.text("timeOfDayUtc");
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw reader.refused("timeOfDayUtc", text, "a time in UTC such as 22:30");
        }
    }
}
