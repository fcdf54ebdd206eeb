package fr.jalon.ecran;

import java.util.List;
import java.util.Map;

/** The views of lists kept for the agent at work; {@code habilitations} keeps them, and stands above. */
public interface VuesDesListes {
  /** Hers first, then those shared with her, by name. @param liste path of the list */
  List<VueEnregistree> de(String liste);

  /** Where the menu opens the lists of which she chose a view, by path of the list. */
  Map<String, String> parDefaut();
}
