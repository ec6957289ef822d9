const purpose = 'Checks the default-encryption configuration of S3 buckets in JSON, YAML and CloudFormation.';

/** The text of `s3-encryption --help`. */
export const help = `${purpose}

Usage
  s3-encryption check [options] PATH...   check files and folders
  s3-encryption check --help              the options of check, with examples
  s3-encryption --version                 the version
  s3-encryption --help                    this text
`;

/** The text of `s3-encryption check --help`. */
export const checkHelp = `${purpose}

Usage
  s3-encryption check [options] PATH...
  s3-encryption check [options] --stdin [--stdin-filename NAME]

A folder is searched for .json, .jsonc, .yaml, .yml, .template and .cfn files, its folders too; node_modules, .git and
links to folders are passed over. A file that you name is read whatever its ending. Encodings are UTF-8, and UTF-16 with
a byte order mark. A file that is broken in places is judged by what can be read of it.

Options
  --format FORMAT          stylish (default): to be read, with the lines at fault
                           json: an array of { file, rule, severity, message, pointer, line, column, endLine,
                           endColumn, bucketType }; lines and columns count from 1, the end is exclusive
                           sarif: SARIF 2.1.0, with the rules' help
                           github: annotations in a workflow of GitHub Actions
  --bucket-type TYPE       the type of the buckets whose documents don't say: general-purpose or directory;
                           auto (default): judge those as general purpose, and hint at what a directory bucket refuses
  --policy FILE            the project's policy; its globs are relative to the current folder
  --no-policy              no policy. Left to itself, the nearest .s3-encryption.yaml, .yml or .json above each file
  --fix                    mend what can be mended without a decision: the files are changed; of standard input the
                           mended text goes to standard output, and what is found in it to standard error
  --fix-dry-run            write nothing: what --fix would change goes to standard output as a unified diff, which
                           git apply takes of files below the current folder (none is shown of UTF-16), and what would
                           be left, with the lines as they would be, to standard error
  --max-warnings N         fail where there are more than N warnings (default: any number passes)
  --stdin                  check the text on standard input
  --stdin-filename NAME    the name to report that text under; its ending tells the language (default: <stdin>)
  -h, --help               this text

A finding is an error, a warning, information or a hint; the last line counts the latter two as notes.
Colour is used on a terminal. FORCE_COLOR=1 turns it on, FORCE_COLOR=0 off; without that, NO_COLOR=1 turns it off.

Exit codes
  0   no errors
  1   errors, or more warnings than --max-warnings allows
  2   wrong usage, or a file or folder could not be read (what a folder holds and the policy ignores needn't be), or
      a policy is at fault, or this program is; everything else is checked all the same

Examples
  s3-encryption check .
  s3-encryption check --max-warnings 0 templates/ encryption.json
  s3-encryption check --fix templates/
  s3-encryption check --fix-dry-run templates/ | git apply --allow-empty
  s3-encryption check --format json --bucket-type directory infra/ > findings.json
  aws s3api get-bucket-encryption --bucket my-bucket | s3-encryption check --stdin --stdin-filename my-bucket.json
`;
