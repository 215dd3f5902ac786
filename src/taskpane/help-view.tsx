import { Link } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { FUNCTIONS } from "../functions/catalogue";
import { NAMESPACE } from "../functions/namespace";
import type { Locale } from "../i18n";
import { useStyles } from "./styles";
import { useTexts } from "./texts";
import { ViewTitle } from "./view-title";

/** The method in plain words, the worksheet functions, the version and the licences. */
export default function HelpView({
  locale,
  version,
}: {
  readonly locale: Locale;
  readonly version: string;
}): ReactNode {
  const styles = useStyles();
  const { help } = useTexts();
  return (
    <div className={styles.view}>
      <ViewTitle>{help.title}</ViewTitle>
      <h3 className={styles.sectionTitle}>{help.method}</h3>
      {help.paragraphs.map((paragraph) => (
        <p key={paragraph} className={styles.plainText}>
          {paragraph}
        </p>
      ))}
      <h3 className={styles.sectionTitle}>{help.functions}</h3>
      <p className={styles.plainText}>{help.functionsHint}</p>
      <p className={styles.plainText}>
        <Link href={`help/functions.${locale}.html`} target="_blank" rel="noreferrer">
          {help.functionsPage}
        </Link>
      </p>
      <ul role="list" className={styles.list}>
        {FUNCTIONS.map(({ name, description }) => (
          <li key={name} className={styles.tight}>
            <code className={styles.plainText}>{`${NAMESPACE}.${name}`}</code>
            <span className={styles.quiet}>{description[locale]}</span>
          </li>
        ))}
      </ul>
      <h3 className={styles.sectionTitle}>{help.licences}</h3>
      <p className={styles.plainText}>{help.licencesText}</p>
      <p className={styles.quiet}>{help.version({ version })}</p>
    </div>
  );
}
