-- What a batch was chosen by is read on pages of their own: it names nobody. The persons of a batch are its letters.
update courriers.lot set choix = regexp_replace(choix, '(^|, )nom [^,]*', '\1une recherche par nom') where choix ~ '(^|, )nom ';
