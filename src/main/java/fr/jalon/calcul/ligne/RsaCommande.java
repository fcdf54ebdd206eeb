package fr.jalon.calcul.ligne;

import fr.jalon.calcul.Regles;
import fr.jalon.demarrage.CommandeSansBase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./jalon rsa}: households in on standard input, amounts out on standard output, one JSON by line, in the same order. */
@Command(name = "rsa", description = "Calcule le RSA et la prime d'activité de ménages, un JSON par ligne.",
    footer = {"", "Entrée : un ménage par ligne sur l'entrée standard. Sortie : un résultat par ligne, dans le même ordre.",
        "Une ligne fausse rend ses erreurs et n'arrête pas les autres.",
        "Code de sortie : 0 toutes les lignes sont calculées ; 1 au moins une a des erreurs."})
public class RsaCommande implements CommandeSansBase {
  @Option(names = "--conforme-openfisca", description = "Calcule comme le modèle public, pour comparer ligne à ligne.")
  private boolean conforme;

  @Option(names = "--detail", description = "Ajoute à chaque résultat les étapes du calcul, chacune avec sa phrase et son article.")
  private boolean detail;

  private final InputStream entree;
  private final OutputStream sortie;

  /** On the terminal. */
  public RsaCommande() {
    this(System.in, System.out);
  }

  RsaCommande(InputStream entree, OutputStream sortie) {
    this.entree = entree;
    this.sortie = sortie;
  }

  @Override
  public Integer call() throws IOException {
    CalculDUneLigne calcul = new CalculDUneLigne(conforme ? Regles.CONFORME_OPENFISCA : Regles.EN_VIGUEUR, detail);
    try (Fil fil = new Fil(calcul)) {
      return fil.faire(new BufferedInputStream(entree, 1 << 16), new BufferedOutputStream(sortie, 1 << 16)) ? 0 : 1;
    }
  }
}
