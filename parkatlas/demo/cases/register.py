"""The cases by name, each with its region, as a workspace of it is called."""

REGIONS = {
    "qingcheng-2004": "清城区（2004 末季攻坚）",
    "changtu-2007": "昌图县（2007 项目年）",
    "jilin": "吉林市（招商引资调度）",
    "haigang-2009": "海港区（2009 大干60天）",
    "shizhi-100": "市直部门（百日会战）",
}
