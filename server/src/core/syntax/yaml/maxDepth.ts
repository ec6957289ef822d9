/** No configuration nests this deep, and the readers call themselves once a level. */
export const maxDepth = 200;
