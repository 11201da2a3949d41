package io.chunfeng.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The folder of solver configurations: its XML files whose root is {@code solver}. Others may lie beside them. */
public record SolverConfigs(Path folder) {

    /**
     * Names of the configurations, in alphabetical order.
     *
     * @throws UnreadableSolverConfigsException when the folder is absent, cannot be read or holds none
     */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .filter(SolverConfigs::configuresSolver)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
            if (names.isEmpty()) {
                throw new UnreadableSolverConfigsException(folder, null);
            }
            return names;
        } catch (IOException e) {
            throw new UnreadableSolverConfigsException(folder, e);
        }
    }

    /** What cannot be read is left to the solver, which names file and fault. */
    private static boolean configuresSolver(Path file) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            return xml.getLocalName().equals("solver");
        } catch (IOException | XMLStreamException e) {
            return true;
        }
    }

    /** @throws IllegalArgumentException for a name that is not in the folder */
    public Path file(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("没有名为“" + name + "”的求解配置，可选：" + String.join("、", names));
        }
        return folder.resolve(name);
    }

    /** The message is in Chinese and English. */
    public static final class UnreadableSolverConfigsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableSolverConfigsException(Path folder, IOException cause) {
            super(
                    "求解配置目录 " + folder.toAbsolutePath()
                            + " 不存在、无法读取或没有 .xml 文件。请在项目目录中启动，或用 chunfeng.solver-configs 指定目录。\n"
                            + "The folder of solver configurations " + folder.toAbsolutePath()
                            + " does not exist, cannot be read or holds no .xml file. Start in the project's folder, or name"
                            + " the folder with chunfeng.solver-configs.",
                    cause);
        }
    }
}
