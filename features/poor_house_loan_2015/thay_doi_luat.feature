# language: vi
Tính năng: Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg: mỗi thay đổi của luật phải bị phát hiện
  Các tình huống này được soạn từ những thay đổi thử của bộ quy tắc mà các tình huống khác chưa phát hiện. Kết quả ghi ở đây
  là kết quả của bộ quy tắc ngày soạn, còn chờ cán bộ pháp chế đối chiếu từng dòng với văn bản.

  Tình huống: Phát hiện nếu bỏ yêu cầu không phải “Hộ có nhà ở” hoặc “Tình trạng nhà ở” là một trong: “Nhà tạm”, “Hư hỏng nặng” ở “Được hỗ trợ từ {poor_loan_2015_years_supported} trở lên tính đến ngày {decision_33_start} mà nhà nay tạm bợ, hư hỏng nặng hoặc không còn”
    Biết hồ sơ:
      | Hộ nghèo theo chuẩn nghèo giai đoạn 2011 - 2015          | có                 |
      | Khu vực                                                  | Nông thôn          |
      | Hộ làm nông nghiệp, lâm nghiệp hoặc ngư nghiệp           | không              |
      | Hộ mới tách                                              | không              |
      | Hộ có nhà ở                                              | có                 |
      | Tình trạng nhà ở                                         | Hư hỏng, dột nát   |
      | Đã được hỗ trợ nhà ở từ chương trình, chính sách khác    | có                 |
      | Thiệt hại về nhà ở do thiên tai, hỏa hoạn, bất khả kháng | Không bị thiệt hại |
      | Ngày được hỗ trợ nhà ở lần trước                         | 30/09/2007         |
    Và ngày xét là 31/12/2020
    Khi xét "Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg"
    Thì kết quả là "không đủ điều kiện"
    Và không đạt "supported_long_ago"
