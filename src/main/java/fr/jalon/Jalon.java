package fr.jalon;

import fr.jalon.demarrage.LigneDeCommande;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: every module under this package, started by a command of the terminal. */
@SpringBootApplication
public class Jalon {

    /**
     * @param mots the command and its options; {@code --help} lists them
     */
    public static void main(String[] mots) {
        Integer code = new LigneDeCommande(Jalon.class).executer(mots);
        if (code != null) {
            System.exit(code);
        }
    }
}
