# Names that nixpkgs' `lib` has and this one has not, family by family: nobody was seen to use them. Asking for one is an
# error of its own, because it says nothing about a configuration.
{
  misc = [
    "checkFlag"
    "checkReqs"
    "closePropagationFast"
    "closePropagationSlow"
    "condConcat"
    "defaultMerge"
    "defaultMergeArg"
    "foldArgs"
    "getValue"
    "innerClosePropagation"
    "innerModifySumArgs"
    "lazyGenericClosure"
    "mergeAttrBy"
    "mergeAttrByFunc"
    "mergeAttrsByFuncDefaults"
    "mergeAttrsByFuncDefaultsClean"
    "mergeAttrsNoOverride"
    "modifySumArgs"
    "uniqList"
    "uniqListExt"
  ];
}
